export const insightLimits = {
  /** Days one trends query may span. */
  maxTrendDays: 400,
  /** Characters of a word search. */
  maxSearchCharacters: 200,
  /**
   * Words of one conversation that can be searched; the later ones of a longer one cannot. Times the bytes of the longest
   * word this stays under the megabyte that PostgreSQL allows a tsvector.
   */
  maxWordsPerConversation: 8_000,
  /** UTF-16 code units of a word that are kept: at most 96 bytes. */
  maxWordCharacters: 32,
} as const;
