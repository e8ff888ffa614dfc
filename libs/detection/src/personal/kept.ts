import type { PersonalData } from './kinds.js';

/** Finds none of which lies over another: what comes first stays. A mark a unit, so that many finds cost no more. */
export class Kept {
  private readonly found: PersonalData[] = [];
  /** Made with the first find: most texts have none. */
  private taken: Uint8Array | undefined;

  constructor(private readonly textLength: number) {}

  add(...candidates: readonly PersonalData[]): void {
    for (const one of candidates) {
      this.taken ??= new Uint8Array(this.textLength);
      if (this.taken.subarray(one.start, one.end).includes(1)) continue;
      this.taken.fill(1, one.start, one.end);
      this.found.push(one);
    }
  }

  inOrder(): PersonalData[] {
    return this.found.sort((one, other) => one.start - other.start);
  }
}
