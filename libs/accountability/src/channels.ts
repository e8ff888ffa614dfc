/** Where people meet a clone; half of the scope of an assignment. */
export const CHANNELS = ['PHONE', 'CHAT', 'EMAIL', 'VIDEO', 'INTERNAL'] as const;
export type Channel = (typeof CHANNELS)[number];
