/** Where in the sent conversation something is wrong, and what. Never quotes the content. */
export interface Problem {
  /** `turns[3].said`; empty for the conversation as a whole. */
  path: string;
  message: string;
}

/** What became of one sent conversation. */
export type IntakeOutcome =
  /** Stored, and committed. `turnsKnown` were there before with the same content. */
  | { outcome: 'ACCEPTED'; conversationId: string; turnsAccepted: number; turnsKnown: number }
  /** All of it was there before with the same content. Nothing changed. */
  | { outcome: 'DUPLICATE'; conversationId: string }
  /** The same identity was stored with other content, which stays. What was sent now is kept in quarantine. */
  | { outcome: 'CONFLICT'; conversationId: string; problems: Problem[] }
  /** Not usable. What was sent is kept in quarantine. */
  | { outcome: 'REJECTED'; problems: Problem[] };
