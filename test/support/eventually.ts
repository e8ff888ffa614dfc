import { setTimeout as sleep } from 'node:timers/promises';

/** Far over what anything takes; reached only when it never comes. */
const PATIENCE_MILLISECONDS = 45_000;

/** Waits for a condition, not for a time. @param what said when it never comes */
export async function eventually(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await sleep(20);
  }
}
