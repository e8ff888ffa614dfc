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

/**
 * The same by another rule: mulberry32, public domain. Weights that ship were learned in the order that it gives, and are
 * learned anew to the same bytes only by it.
 */
export function trainingNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in another order, which the seed decides. */
export function shuffled<Each>(things: readonly Each[], seed: number): Each[] {
  return shuffle([...things], randomNumbers(seed));
}

/** Puts things into another order, in place, which the numbers decide (Fisher and Yates 1938). */
export function shuffle<Things extends { readonly length: number; [at: number]: unknown }>(
  things: Things,
  random: () => number,
): Things {
  for (let at = things.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [things[at], things[other]] = [things[other], things[at]];
  }
  return things;
}
