export const keyLimits = {
  /** How long the earlier secrets of a key go on working after a rotation, unless it says otherwise, in seconds. */
  ROTATION_OVERLAP_SECONDS: 24 * 60 * 60,
  /** The longest such time, in seconds. */
  MAX_ROTATION_OVERLAP_SECONDS: 30 * 24 * 60 * 60,
  /** Uses of a key closer together than this are noted as one, in seconds. */
  KEY_USE_SECONDS: 300,
  /** Characters of a key's name. */
  MAX_KEY_NAME_CHARACTERS: 100,
  /** Clones that one key can be restricted to. */
  MAX_CLONES_PER_KEY: 100,
} as const;
