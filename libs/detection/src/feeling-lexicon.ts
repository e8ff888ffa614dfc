import { beginsWithHan } from './characters.js';
import { CHINESE, CHINESE_DEGREES, CHINESE_FEELINGS } from './lexicons/chinese.js';
import { EMOJI } from './lexicons/emoji.js';
import { ENGLISH_NEGATIVE } from './lexicons/english-negative.js';
import { ENGLISH_POSITIVE } from './lexicons/english-positive.js';
import { ENGLISH_DEGREES, ENGLISH_FEELINGS, ENGLISH_SERVICE } from './lexicons/english-service.js';
import { GERMAN, GERMAN_DEGREES, GERMAN_FEELINGS } from './lexicons/german.js';
import { SARCASM } from './lexicons/sarcasm.js';
import { SWEDISH, SWEDISH_DEGREES, SWEDISH_FEELINGS } from './lexicons/swedish.js';
import { PhraseIndex, type PhraseText, phraseText } from './phrase-index.js';
import { readWords, type Word } from './words.js';

type ValenceTable = readonly (readonly [valence: number, words: string])[];
type FeelingTable = readonly (readonly [valence: number, phrases: readonly PhraseText[]])[];
interface DegreeWords {
  stronger: string;
  weaker: string;
  contrast: string;
}

export interface Feeling {
  valence: number;
  /** Words it takes, from the one it was found at. */
  length: number;
}

/** Sarcasm complains, and with contempt. */
const SARCASTIC = -2.2;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 16;

/** The words of feeling of one language, ready for look-up. */
export class FeelingLexicon {
  readonly phrases: PhraseIndex<number>;
  readonly degree = new Map<string, number>();
  readonly contrast: ReadonlySet<string>;
  private readonly words = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly sequences = new Map<string, { forms: string[]; valence: number }[]>();

  /** Later tables correct earlier ones. */
  constructor(
    readonly tag: string,
    tables: readonly ValenceTable[],
    feelings: FeelingTable,
    degrees: DegreeWords,
  ) {
    for (const table of tables) {
      for (const [valence, words] of table) for (const word of words.trim().split(/\s+/)) this.learn(word, valence);
    }
    for (const filed of this.sequences.values()) filed.sort((one, other) => other.forms.length - one.forms.length);
    this.phrases = new PhraseIndex(
      [[SARCASTIC, SARCASM[tag] ?? []] as const, ...feelings].flatMap(([valence, phrases]) =>
        phrases.map((phrase) => [phraseText(phrase), valence] as const),
      ),
    );
    for (const word of degrees.stronger.split(' ')) this.degree.set(word, 1);
    for (const word of degrees.weaker.split(' ')) this.degree.set(word, -1);
    this.contrast = new Set(degrees.contrast.split(' '));
  }

  feelingAt(words: readonly Word[], at: number): Feeling | null {
    const form = words[at]?.form ?? '';
    for (const { forms, valence } of this.sequences.get(form) ?? []) {
      if (forms.every((part, offset) => words[at + offset]?.form === part)) return { valence, length: forms.length };
    }
    const valence = this.words.get(form) ?? this.valenceOfStem(form);
    return valence === undefined ? null : { valence, length: 1 };
  }

  /** How much a word strengthens (1) or weakens (-1) what follows; Chinese writes some with two characters. */
  degreeAt(words: readonly Word[], at: number): number {
    const form = words[at]?.form ?? '';
    return this.degree.get(form) ?? this.degree.get((words[at - 1]?.form ?? '') + form) ?? 0;
  }

  isContrast(words: readonly Word[], at: number): boolean {
    const form = words[at]?.form ?? '';
    return this.contrast.has(form) || (beginsWithHan(form) && this.contrast.has(form + (words[at + 1]?.form ?? '')));
  }

  private learn(entry: string, valence: number): void {
    if (entry.endsWith('~')) {
      this.stems.set(entry.slice(0, -1), valence);
      return;
    }
    const forms = readWords(entry.replaceAll('_', ' ')).words.map((word) => word.form);
    const [first = ''] = forms;
    if (forms.length === 1) this.words.set(first, valence);
    else this.sequences.set(first, [...(this.sequences.get(first) ?? []), { forms, valence }]);
  }

  private valenceOfStem(form: string): number | undefined {
    if (this.stems.size === 0) return undefined;
    for (let length = Math.min(form.length, LONGEST_STEM); length >= SHORTEST_STEM; length -= 1) {
      const valence = this.stems.get(form.slice(0, length));
      if (valence !== undefined) return valence;
    }
    return undefined;
  }
}

/** By language tag; a language that is not here has no known sentiment. */
export const FEELINGS: ReadonlyMap<string, FeelingLexicon> = new Map(
  [
    new FeelingLexicon(
      'en',
      [ENGLISH_NEGATIVE, ENGLISH_POSITIVE, ENGLISH_SERVICE, EMOJI],
      ENGLISH_FEELINGS,
      ENGLISH_DEGREES,
    ),
    new FeelingLexicon('sv', [SWEDISH, EMOJI], SWEDISH_FEELINGS, SWEDISH_DEGREES),
    new FeelingLexicon('de', [GERMAN, EMOJI], GERMAN_FEELINGS, GERMAN_DEGREES),
    new FeelingLexicon('zh', [CHINESE, EMOJI], CHINESE_FEELINGS, CHINESE_DEGREES),
  ].map((lexicon) => [lexicon.tag, lexicon]),
);
