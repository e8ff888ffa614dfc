import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These start one process after the other, and each of them keeps a core busy all the time. */
const BUSY = ['/test/cli/'];
/** These wait most of the time: for pauses, for what is looked up every few seconds, for a process that ends. */
const PATIENT = [
  '/test/api/subscription-end',
  '/test/webhooks/',
  '/test/pipeline/',
  '/test/faults/',
  '/test/database/',
  '/test/api/subscription-entry',
];
const BUSY_BESIDE_PATIENT = 2;

/**
 * Long files first, so that none of them is left over at the end, when the other workers have nothing to do; and busy
 * ones beside one that waits, so that no core is idle. Of all others a run knows nothing before the first one.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { busy = [], patient = [], other = [] } = Object.groupBy(await super.sort(files), kindOf);
    const first: TestSpecification[] = [];
    while (busy.length + patient.length > 0)
      first.push(...busy.splice(0, BUSY_BESIDE_PATIENT), ...patient.splice(0, 1));
    return [...first, ...other];
  }
}

function kindOf({ moduleId }: TestSpecification): 'busy' | 'patient' | 'other' {
  if (BUSY.some((folder) => moduleId.includes(folder))) return 'busy';
  return PATIENT.some((folder) => moduleId.includes(folder)) ? 'patient' : 'other';
}
