import type { Span } from './signals.js';

/** One expression of feeling: negative when displeased, -3 to 3 before what strengthens it. */
export interface Felt {
  valence: number;
  span: Span;
}
