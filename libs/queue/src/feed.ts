import { FEED_CHOICE, FEED_IDS } from './limits.js';

/** Something may have been missed: the reader was too slow, or nothing was heard for a while. */
export class FeedBroken extends Error {
  override readonly name = 'FeedBroken';
}

/**
 * Ids as they are announced, for one reader. It finds out which of them are wanted only when it is asked for one, so a
 * reader that does not keep up costs little; and it breaks rather than leave anything out.
 */
export class Feed implements AsyncIterableIterator<string> {
  private announced: string[] = [];
  private chosen: string[] = [];
  private state: 'open' | 'broken' | 'ended' = 'open';
  private wake: () => void = () => {};

  constructor(
    private readonly choose: (ids: readonly string[]) => Promise<string[]>,
    private readonly onEnd: (feed: Feed) => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  push(ids: readonly string[]): void {
    if (this.state !== 'open') return;
    if (this.announced.length + ids.length > FEED_IDS) return this.break();
    this.announced.push(...ids);
    this.wake();
  }

  break(): void {
    this.close('broken');
  }

  /** @throws FeedBroken */
  async next(): Promise<IteratorResult<string, undefined>> {
    while (this.state === 'open') {
      const id = this.chosen.shift();
      if (id !== undefined) return { value: id, done: false };
      if (this.announced.length > 0) this.chosen = await this.choose(this.announced.splice(0, FEED_CHOICE));
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.state === 'broken') throw new FeedBroken();
    return { value: undefined, done: true };
  }

  return(): Promise<IteratorResult<string, undefined>> {
    this.close('ended');
    return Promise.resolve({ value: undefined, done: true });
  }

  private close(state: 'broken' | 'ended'): void {
    if (this.state !== 'open') return;
    this.state = state;
    this.announced = [];
    this.chosen = [];
    this.onEnd(this);
    this.wake();
  }
}
