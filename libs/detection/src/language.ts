import { FUNCTION_WORDS, TELLING_LETTERS } from './lexicons/function-words.js';
import type { Signal, TurnContext } from './signals.js';
import type { Words } from './words.js';

const LANGUAGES = Object.keys(FUNCTION_WORDS);
const LANGUAGE_INDEX = new Map(LANGUAGES.map((tag, index) => [tag, index]));
const LANGUAGES_OF_WORD = languagesOfWords();
const LANGUAGES_OF_LETTER = new Map(Object.entries(TELLING_LETTERS).map(([letter, tags]) => [letter, indexes(tags)]));

/** A word of one language alone says more than one that four share. */
const LETTER_WEIGHT = 0.7;
/** More words than this do not make the answer surer, and a long text costs no more than a short one. */
const WORDS_READ = 120;
const LEAST_EVIDENCE = 0.8;
const LEAST_SHARE = 0.34;

/** Scripts that name their language, or at least ours for it. */
const SCRIPTS: readonly [label: string, pattern: RegExp][] = [
  ['ja', /[\u3040-\u30ff]/],
  ['zh', /[\u3400-\u9fff]/],
  ['ko', /[\uac00-\ud7af]/],
];
const OTHER_SCRIPT = /[\u0370-\u06ff\u0900-\u0e7f]/;

export interface LanguageGuess {
  tag: string;
  score: number;
}

function indexes(tags: readonly string[]): number[] {
  return tags.map((tag) => LANGUAGE_INDEX.get(tag) ?? 0);
}

function languagesOfWords(): Map<string, number[]> {
  const languages = new Map<string, number[]>();
  LANGUAGES.forEach((tag, index) => {
    for (const word of new Set((FUNCTION_WORDS[tag] ?? '').split(' '))) {
      const known = languages.get(word);
      if (known) known.push(index);
      else languages.set(word, [index]);
    }
  });
  return languages;
}

/** The likeliest language of a text, or nothing when its words do not tell. */
export function guessLanguage(reading: Words): LanguageGuess | null {
  const words = reading.words.length > WORDS_READ ? reading.words.slice(0, WORDS_READ) : reading.words;
  const byScript = guessByScript(words.map((word) => word.form));
  if (byScript) return byScript;
  const evidence = new Float64Array(LANGUAGES.length);
  let total = 0;
  for (const word of words) total += addEvidence(evidence, word.form);
  let best = 0;
  let second = 0;
  let bestIndex = 0;
  evidence.forEach((amount, index) => {
    if (amount > best) {
      second = best;
      best = amount;
      bestIndex = index;
    } else if (amount > second) second = amount;
  });
  if (best < LEAST_EVIDENCE || best / total < LEAST_SHARE || best - second < 0.25) return null;
  const certainty = (best - second) / best;
  return { tag: LANGUAGES[bestIndex] ?? '', score: Math.min(0.99, 0.5 + certainty * 0.3 + Math.min(best, 8) * 0.025) };
}

function guessByScript(forms: readonly string[]): LanguageGuess | null {
  const counts = SCRIPTS.map(([, pattern]) => forms.filter((form) => pattern.test(form)).length);
  const [kana = 0, han = 0, hangul = 0] = counts;
  const others = forms.length - kana - han - hangul;
  if (kana + han + hangul === 0 || kana + han < others / 2) return hangul > others ? { tag: 'ko', score: 0.95 } : null;
  // Japanese mixes kana into every sentence; Chinese has none.
  if (kana > han / 8) return { tag: 'ja', score: 0.9 };
  return { tag: 'zh', score: han >= 2 ? 0.98 : 0.7 };
}

function addEvidence(evidence: Float64Array, form: string): number {
  const languages = LANGUAGES_OF_WORD.get(form);
  let added = 0;
  if (languages) {
    const weight = 1 / languages.length;
    for (const index of languages) evidence[index] = (evidence[index] ?? 0) + weight;
    added += 1;
  }
  for (let at = 0; at < form.length; at += 1) {
    if (form.charCodeAt(at) < 0x80) continue;
    const telling = LANGUAGES_OF_LETTER.get(form.charAt(at));
    if (!telling) continue;
    for (const index of telling) evidence[index] = (evidence[index] ?? 0) + LETTER_WEIGHT / telling.length;
    added += LETTER_WEIGHT;
  }
  return added;
}

/** The language of a turn as a signal: read from the text, else as declared, else unknown with the reason. */
export function languageSignal(reading: Words, guess: LanguageGuess | null, context: TurnContext): Signal {
  const span = wholeText(reading);
  if (guess) {
    return {
      outcome: 'SCORE',
      detector: 'language',
      code: 'language',
      score: guess.score,
      label: guess.tag,
      spans: span,
    };
  }
  const because = OTHER_SCRIPT.test(reading.text.slice(0, 400))
    ? 'the script is not one the embedded engine tells languages from'
    : 'too few telling words';
  if (context.declaredLanguage) {
    return {
      outcome: 'SCORE',
      detector: 'language',
      code: 'language',
      score: 0.5,
      label: context.declaredLanguage,
      spans: [],
      reason: `${because}; taken from the language the source declared`,
    };
  }
  return { outcome: 'UNKNOWN', detector: 'language', code: 'language', reason: because };
}

function wholeText({ words }: Words): { start: number; end: number }[] {
  const first = words[0];
  const last = words[words.length - 1];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}
