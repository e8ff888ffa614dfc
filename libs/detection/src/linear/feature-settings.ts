/** What a model looks at in a text. It stands in the model's file, so that training and scoring cannot disagree. */
export interface FeatureSettings {
  /** The table of weights has 2^bits rows; a feature's hash says which is its own. */
  bits: number;
  /** The longest run of words that is one feature; scripts without spaces get one more. 0: none. */
  wordRun: number;
  /** Shortest and longest run of characters inside a word, with its beginning and end as characters. 0 and 0: none. */
  charactersFrom: number;
  charactersTo: number;
  /** A word counts as negated, a feature of its own, up to so many words after a negation. 0: never. */
  negationReach: number;
  /** A text is read up to here. */
  wordsRead: number;
}
