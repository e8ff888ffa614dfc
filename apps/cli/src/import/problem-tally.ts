import type { IntakeOutcome } from '#conversations';

/** Different problems that are counted: some name a place in the text, and a file of garbage has one for every line. */
const MAX_DIFFERENT = 1_000;

export interface FrequentProblem {
  /** What is wrong, with its field; the turns of a conversation are not told apart. */
  text: string;
  records: number;
}

/** Counts why records were refused, since thousands of them mostly have one cause. */
export class ProblemTally {
  private readonly records = new Map<string, number>();

  add(outcome: IntakeOutcome): void {
    if (!('problems' in outcome)) return;
    const texts = outcome.problems.map(
      ({ path, message }) => `${path === '' ? 'the record' : path.replace(/\[\d+\]/g, '[]')} ${message}`,
    );
    for (const text of new Set(texts)) {
      const before = this.records.get(text);
      if (before !== undefined || this.records.size < MAX_DIFFERENT) this.records.set(text, (before ?? 0) + 1);
    }
  }

  /** The problem that most records have; of several the one that came first. */
  mostFrequent(): FrequentProblem | null {
    let most: FrequentProblem | null = null;
    for (const [text, records] of this.records) if (records > (most?.records ?? 0)) most = { text, records };
    return most;
  }
}
