import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';
import type { IntakeOutcome, Line } from '#conversations';
import { coded, Refused } from '#platform';
import { toGlobalId } from '../relay/global-ids.js';
import { GROUP_BYTES, GROUPS_UNDER_WAY, IDLE_MILLISECONDS, MAX_INFLATION, RETRY_AFTER_SECONDS } from './limits.js';
import { showError } from './refusals.js';

/** A compressed body that is worth nothing uncompressed. */
export class BombError extends Error {
  constructor() {
    super(`the body grows to more than ${MAX_INFLATION} times its size; send it with less compression`);
  }
}

type Store = (lines: Line[]) => Promise<IntakeOutcome[]>;

/**
 * Stores lines in groups as they come, and writes their answers in order. Reading stops while groups wait to be stored
 * or answers wait to be read, so memory stays constant however long the stream is.
 */
export class IntakeStream {
  private group: Line[] = [];
  private groupBytes = 0;
  private readonly underWay: Promise<void>[] = [];
  /** Answers are written one group after the other. */
  private written: Promise<void> = Promise.resolve();
  private failure: { error: unknown; line: number } | undefined;
  /** Ends the waiting for more lines. */
  private wake: () => void = () => {};
  private lastLine = 0;

  constructor(
    private readonly store: Store,
    private readonly response: Response,
  ) {}

  async run(batches: AsyncGenerator<Line[]>): Promise<void> {
    try {
      await this.gather(batches);
    } catch (error) {
      // What came whole before the stream broke is stored; the break itself is answered as a line of its own.
      await this.flush();
      await this.finishGroups();
      if (this.failure === undefined)
        this.tell({ line: this.lastLine + 1, outcome: 'REJECTED', problems: [brokenBy(error)] });
    }
    await this.flush();
    await this.finishGroups();
    if (this.lastLine === 0) await this.storeNothing();
    if (this.failure !== undefined) this.tellFailure(this.failure);
    this.response.end();
  }

  private async gather(batches: AsyncGenerator<Line[]>): Promise<void> {
    let next = batches.next();
    while (this.failure === undefined) {
      if (this.group.length > 0 && (await Promise.race([next.then(() => false), idle()]))) await this.flush();
      const step = await this.unlessFailing(next);
      if (step === undefined || step.done) return;
      next = batches.next();
      next.catch(() => {}); // it is awaited above, but maybe not before it fails
      for (const line of step.value) {
        this.group.push(line);
        this.groupBytes += line.bytes.length;
        this.lastLine = line.number;
        if (this.groupBytes >= GROUP_BYTES) await this.flush();
      }
    }
  }

  /** A client that waits for an answer sends nothing more, so a failure must not wait for it. */
  private async unlessFailing<T>(next: Promise<T>): Promise<T | undefined> {
    if (this.failure !== undefined) return undefined;
    return new Promise((resolve, reject) => {
      this.wake = () => resolve(undefined);
      next.then(resolve, reject);
    });
  }

  private async flush(): Promise<void> {
    const lines = this.group;
    if (lines.length === 0 || this.failure !== undefined) return;
    this.group = [];
    this.groupBytes = 0;
    while (this.underWay.length >= GROUPS_UNDER_WAY) await this.underWay[0];
    const stored = this.store(lines);
    stored.catch(() => {}); // handled below, after the groups before it
    const done: Promise<void> = this.written
      .then(async () => this.answer(lines, await stored))
      .catch((error: unknown) => {
        this.failure ??= { error, line: lines[0]!.number }; // a group has lines
        this.wake();
      })
      .finally(() => this.underWay.splice(this.underWay.indexOf(done), 1));
    this.written = done;
    this.underWay.push(done);
  }

  /** Who may not send is told so, also when nothing was sent. */
  private async storeNothing(): Promise<void> {
    await this.store([]).catch((error: unknown) => (this.failure ??= { error, line: 1 }));
  }

  private async answer(lines: readonly Line[], outcomes: readonly IntakeOutcome[]): Promise<void> {
    if (this.failure !== undefined) return; // an answer after a failed group would be out of order
    const text = outcomes.map((outcome, at) => `${JSON.stringify(toAnswer(lines[at]!.number, outcome))}\n`).join(''); // one per line
    if (!this.write(text)) await Promise.race([once(this.response, 'drain'), once(this.response, 'close')]);
  }

  /** @param status of the whole answer, when this is how it begins */
  private write(text: string, status = 200): boolean {
    if (!this.response.headersSent) this.response.status(status).type('application/x-ndjson');
    return this.response.destroyed || this.response.write(text);
  }

  private tell(answer: object, status?: number): void {
    this.write(`${JSON.stringify(answer)}\n`, status);
  }

  /** Nothing from this line on was stored by us for sure; sending it again is safe. */
  private tellFailure({ error, line }: { error: unknown; line: number }): void {
    const { code, message } = showError(error);
    if (error instanceof Refused) {
      if (!this.response.headersSent) throw error; // answered as for every other request
      return this.tell({ line, outcome: 'FAILED', code, message });
    }
    if (!this.response.headersSent) this.response.set('Retry-After', String(RETRY_AFTER_SECONDS));
    this.tell({ line, outcome: 'FAILED', message: `${message} Send again from this line on; that is safe.` }, 503);
  }

  private async finishGroups(): Promise<void> {
    while (this.underWay.length > 0) await this.underWay[0];
  }
}

async function idle(): Promise<boolean> {
  await sleep(IDLE_MILLISECONDS);
  return true;
}

function brokenBy(error: unknown): { path: string; message: string } {
  if (error instanceof BombError) return { path: '', message: error.message };
  const code = coded(error) ?? '';
  if (error instanceof Refused) return { path: '', message: error.message };
  if (code === 'Z_BUF_ERROR')
    return { path: '', message: 'the gzip stream ends before its end; the lines before this one were taken' };
  if (code.startsWith('Z_')) return { path: '', message: 'the body is not valid gzip from here on' };
  return { path: '', message: 'the connection broke here' };
}

function toAnswer(line: number, outcome: IntakeOutcome): object {
  if (!('conversationId' in outcome)) return { line, ...outcome };
  return { line, ...outcome, conversationId: toGlobalId('Conversation', outcome.conversationId) };
}
