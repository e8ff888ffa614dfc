/** Turns were committed. What follows is the worker's business. */
export const TURNS_RECORDED = 'TurnsRecorded';

export interface TurnsRecorded {
  conversationId: string;
  /** The indexes of the turns that are new. */
  turns: number[];
}
