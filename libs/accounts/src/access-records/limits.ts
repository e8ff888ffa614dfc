export const accessLimits = {
  /** Characters of a reason for an access. */
  MAX_REASON_CHARACTERS: 300,
  /** Characters of a user agent that are kept. */
  MAX_USER_AGENT_CHARACTERS: 120,
} as const;
