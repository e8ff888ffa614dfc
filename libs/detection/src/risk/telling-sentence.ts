import type { LinearModel } from '../linear/linear-model.js';
import { rowValue } from '../linear/linear-model.js';
import type { Span } from '../signals.js';
import type { Word, Words } from '../words.js';
import { WORDS_READ } from './findings.js';

/** A longer sentence, as speech without punctuation has them, is cut into pieces of this many words. */
const LONGEST_PIECE = 24;
const PIECE = 12;
/** A second piece is shown too when it tells at least this share of what the first does. */
const NEARLY = 0.5;

/**
 * Where in a reply the risk is: every sentence that a phrase of the rules stands in; where none does, the sentence that
 * speaks most for it by the weights of these columns, and a second one that tells nearly as much.
 */
export function tellingSentences(
  model: LinearModel,
  columns: readonly number[],
  { words }: Words,
  said: readonly Span[],
): Span[] {
  const weighed = piecesOf(words.slice(0, WORDS_READ))
    .map((piece) => {
      const phrases = phrasesIn(spanOf(piece), said);
      return { piece, phrases, weight: weightOf(model, columns, piece) };
    })
    .sort((one, other) => other.phrases - one.phrases || other.weight - one.weight);
  const first = weighed[0];
  // A phrase is surer than weights are: beside it, weights show nothing more.
  const least = first && first.phrases === 0 && first.weight > 0 ? NEARLY * first.weight : Infinity;
  return weighed
    .filter(({ weight, phrases }, at) => at === 0 || phrases > 0 || (at === 1 && weight >= least))
    .map(({ piece }) => spanOf(piece))
    .sort((one, other) => one.start - other.start);
}

function piecesOf(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = [];
  let from = 0;
  while (from < words.length) {
    const sentence = words[from]?.sentence;
    let end = from;
    while (end < words.length && words[end]?.sentence === sentence) end += 1;
    const isLong = end - from > LONGEST_PIECE;
    const width = isLong ? PIECE : end - from;
    for (let at = from; at < end; at += width) pieces.push(words.slice(at, Math.min(end, at + width)));
    from = end;
  }
  return pieces;
}

function weightOf(model: LinearModel, columns: readonly number[], piece: readonly Word[]): number {
  const { vector, weights, header } = model;
  const width = header.classes.length;
  vector.clear();
  vector.addWords(piece);
  let sum = 0;
  for (let at = 0; at < vector.count; at += 1) {
    for (const column of columns) {
      sum += (weights[(vector.rows[at] ?? 0) * width + column] ?? 0) * (header.scales[column] ?? 0);
    }
  }
  return sum * rowValue(vector.count);
}

function spanOf(piece: readonly Word[]): Span {
  return { start: piece[0]?.start ?? 0, end: piece.at(-1)?.end ?? 0 };
}

function phrasesIn(span: Span, phrases: readonly Span[]): number {
  return phrases.filter((phrase) => phrase.start < span.end && span.start < phrase.end).length;
}
