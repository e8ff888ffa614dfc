import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start processes of their own, which take longest; of all others a run knows nothing before the first one. */
const FIRST = ['/test/cli/', '/test/faults/', '/test/database/', '/test/webhooks/', '/test/pipeline/'];

/** Long files first, so that none of them is left over at the end, when the other workers have nothing to do. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const known = await super.sort(files);
    return known.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = FIRST.findIndex((folder) => moduleId.includes(folder));
  return rank === -1 ? FIRST.length : rank;
}
