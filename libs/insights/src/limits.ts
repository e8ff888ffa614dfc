export const insightLimits = {
  /** Days one trends query may span. */
  maxTrendDays: 400,
  /** Characters of a word search. */
  maxSearchCharacters: 200,
  /** Words of one conversation that can be searched; the later ones of a longer one cannot. */
  maxWordsPerConversation: 20_000,
  /** Characters of a word that are kept. */
  maxWordCharacters: 64,
} as const;
