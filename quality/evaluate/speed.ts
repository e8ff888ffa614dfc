/** A speed is taken over at least this much work, in milliseconds. */
const LEAST_MS = 200;

/**
 * Examples a second on one thread. The first pass over the examples, which the caller has made, warms up.
 * @param timed the work on one example; without it the first pass itself is what is timed
 */
export function speedOf<Example>(
  timed: ((example: Example) => unknown) | undefined,
  examples: readonly Example[],
  firstPassMs: number,
): number {
  if (timed === undefined) return examples.length / (firstPassMs / 1000);
  let done = 0;
  const startedMs = performance.now();
  let tookMs = 0;
  while (tookMs < LEAST_MS) {
    for (const example of examples) timed(example);
    done += examples.length;
    tookMs = performance.now() - startedMs;
  }
  return done / (tookMs / 1000);
}
