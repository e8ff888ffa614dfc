/** Nothing is said of what is done within this time, and then not more often, in milliseconds. */
const EVERY_MS = 1_000;

/** Told how many are done, as often as one likes. */
export type Tell = (done: number) => void;

/** Says how far a longer piece of work is, as lines for standard error. */
export function progressOf(what: string, total: number, write: (line: string) => void): Tell {
  let saidMs = performance.now();
  return (done) => {
    const nowMs = performance.now();
    if (nowMs - saidMs < EVERY_MS) return;
    saidMs = nowMs;
    write(`${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}\n`);
  };
}
