import type { Speaker } from '#detection';
import { z } from 'zod';

const SPEAKER_OF = {
  caller: 'CALLER',
  clone: 'CLONE',
  staff: 'STAFF',
} as const satisfies Record<string, Speaker>;
type Said = keyof typeof SPEAKER_OF;

/** The turns before the one that is judged, oldest first. */
export const priorTurns = z
  .array(z.object({ speaker: z.enum(Object.keys(SPEAKER_OF) as [Said, ...Said[]]), text: z.string() })) // its keys
  .default([]);

export function priorTurnsOf(prior: z.infer<typeof priorTurns>): { speaker: Speaker; text: string }[] {
  return prior.map(({ speaker, text }) => ({ speaker: SPEAKER_OF[speaker], text }));
}
