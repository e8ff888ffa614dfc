import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '#platform';
import { BUDGET_PARTS, BUDGET_SECONDS, MAX_PART, MAX_REMEMBERED_BUDGETS } from './limits.js';

/** What one who asks has left, as this process knows it. */
export interface Balance {
  granted: boolean;
  name: string;
  limit: number;
  remaining: number;
  /** Seconds until the budget is whole again. */
  resetSeconds: number;
}

interface Part {
  left: number;
  /** What the store had left when the part was taken. */
  inStore: number;
  endsAt: number;
  /** Whether the next part is being taken already. */
  refilling?: boolean;
}

/**
 * A budget of so many points a minute for each one who asks. Points are taken from the store in parts, so that small
 * requests do not each cost a statement; what is spent is never more than the budget, whatever the number of processes.
 */
export class Budget {
  private readonly parts = new Map<string, Part>();

  constructor(
    readonly name: string,
    readonly limit: number,
    private readonly store: RateLimiterAbstract,
  ) {}

  /** Spends `points` of the budget of `who`; nothing is granted when they are not all there. */
  async spend(who: string, points: number): Promise<Balance> {
    const key = sha256(who).toString('base64url');
    const now = Date.now();
    const known = this.parts.get(key);
    const part = known !== undefined && known.endsAt > now ? known : undefined;
    if (part !== undefined && part.left >= points) {
      part.left -= points;
      if (this.usualPart() === MAX_PART && part.left < MAX_PART / 2) this.refill(key, part);
      return this.balance(true, part.left + part.inStore, part.endsAt - now);
    }
    // The store only ever has less than it had, so this needs no question.
    if (part !== undefined && part.left + part.inStore < points)
      return this.balance(false, part.left + part.inStore, part.endsAt - now);
    return this.take(key, points, part);
  }

  /** Takes the next part of a large budget before this one is spent, so that nobody waits for the store. */
  private refill(key: string, part: Part): void {
    if (part.refilling === true || part.inStore < MAX_PART) return;
    part.refilling = true;
    this.store.consume(key, MAX_PART).then(
      ({ remainingPoints, msBeforeNext }) =>
        this.remember(key, { left: MAX_PART, inStore: remainingPoints, endsAt: Date.now() + msBeforeNext }),
      () => {}, // who spends this part to its end asks again, and is told
    );
  }

  private usualPart(): number {
    return Math.min(MAX_PART, Math.floor(this.limit / BUDGET_PARTS));
  }

  private async take(key: string, points: number, part: Part | undefined): Promise<Balance> {
    const usual = this.usualPart();
    const kept = part?.left ?? 0;
    const missing = points - kept;
    const wanted = Math.max(missing, Math.min(usual, part?.inStore ?? usual));
    if (part !== undefined) part.left = 0; // it is spent now, also when another request comes meanwhile
    try {
      const { remainingPoints, msBeforeNext } = await this.store.consume(key, wanted);
      const left = wanted - missing;
      this.remember(key, { left, inStore: remainingPoints, endsAt: Date.now() + msBeforeNext });
      return this.balance(true, left + remainingPoints, msBeforeNext);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      this.remember(key, { left: 0, inStore: 0, endsAt: Date.now() + refusal.msBeforeNext });
      return this.balance(false, 0, refusal.msBeforeNext);
    }
  }

  /** Requests that came meanwhile may have taken a part too; what it has left is added. */
  private remember(key: string, part: Part): void {
    const known = this.parts.get(key);
    if (known !== undefined && known.endsAt > Date.now()) {
      part.left += known.left;
      part.inStore = Math.min(part.inStore, known.inStore);
    }
    this.parts.delete(key);
    const [oldest] = this.parts.keys();
    if (this.parts.size >= MAX_REMEMBERED_BUDGETS) this.parts.delete(oldest!); // it is not empty
    this.parts.set(key, part);
  }

  private balance(granted: boolean, remaining: number, milliseconds: number): Balance {
    const resetSeconds = Math.min(BUDGET_SECONDS, Math.max(1, Math.ceil(milliseconds / 1000)));
    return { granted, name: this.name, limit: this.limit, remaining, resetSeconds };
  }
}
