/**
 * Numbers from 0 up to but not 1, the same for the same seed: xorshift with 32 bits (Marsaglia 2003, the triple 13, 17, 5).
 * For draws of data, not for secrets.
 */
export function randomNumbers(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1; // a small seed must not begin with small numbers
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** The same things in another order (Fisher and Yates 1938), which the seed decides. */
export function shuffled<Each>(things: readonly Each[], seed: number): Each[] {
  const random = randomNumbers(seed);
  const mixed = [...things];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]; // both are inside
  }
  return mixed;
}
