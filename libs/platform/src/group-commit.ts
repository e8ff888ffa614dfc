import { outsideRequests } from './request-context.js';

interface Waiting<In, Out> {
  item: In;
  weight: number;
  resolve: (out: Out) => void;
  reject: (reason: unknown) => void;
}

/**
 * Runs calls that arrive while others are under way as one group, so that many small writers share one round trip and
 * one commit. Nobody waits for a timer: what meets no other group runs at once, and beside others a group starts as soon as
 * it is as large as they are together. Smaller ones would cost a commit each, and wait for the end of those instead.
 */
export class GroupCommit<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private running = 0;
  private weightWaiting = 0;
  private weightRunning = 0;

  /**
   * @param work gets a group and answers one result per item, in order; when it throws, every caller of the group gets the error
   * @param limits `groups` under way at a time; `weight` one group may reach, in the unit of `add`'s weight
   */
  constructor(
    private readonly work: (items: In[]) => Promise<Out[]>,
    private readonly limits: { groups: number; weight: number },
  ) {}

  add(item: In, weight = 1): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, weight, resolve, reject });
      this.weightWaiting += weight;
      if (this.running < this.limits.groups && this.isWorthAGroup()) {
        this.running += 1;
        // One turn of the event loop lets requests that arrived together join the first group.
        outsideRequests(() => setImmediate(() => void this.runGroups()));
      }
    });
  }

  private isWorthAGroup(): boolean {
    return this.waiting.length > 0 && this.weightWaiting >= this.weightRunning;
  }

  private async runGroups(): Promise<void> {
    while (this.isWorthAGroup()) await this.runGroup(this.nextGroup());
    this.running -= 1;
  }

  private async runGroup(group: Waiting<In, Out>[]): Promise<void> {
    const weight = weightOf(group);
    this.weightWaiting -= weight;
    this.weightRunning += weight;
    try {
      const results = await this.work(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, index) => {
        if (index < results.length) resolve(results[index] as Out);
        else reject(new Error('The group answered fewer results than it had items.'));
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.weightRunning -= weight;
    }
  }

  private nextGroup(): Waiting<In, Out>[] {
    let weight = 0;
    let size = 0;
    while (size < this.waiting.length && (size === 0 || weight + this.waiting[size]!.weight <= this.limits.weight)) {
      weight += this.waiting[size]!.weight; // the index was just compared with the length
      size += 1;
    }
    return this.waiting.splice(0, size);
  }
}

function weightOf(group: readonly { weight: number }[]): number {
  return group.reduce((sum, { weight }) => sum + weight, 0);
}
