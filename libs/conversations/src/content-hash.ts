import { sha256 } from '#platform';
import type { IntakeHeader, IntakeTurn } from './intake.schema.js';

/** SHA-256 over the JSON of all that was sent for a turn: two sendings are the same content when these are equal. */
export function hashTurn(turn: IntakeTurn): Buffer {
  return sha256(
    JSON.stringify([
      turn.speaker,
      turn.said,
      turn.generated,
      turn.interrupted,
      turn.startedAt?.getTime() ?? null,
      turn.endedAt?.getTime() ?? null,
      turn.confidence,
    ]),
  );
}

/** SHA-256 over the JSON of a conversation's description. */
export function hashHeader(header: IntakeHeader): Buffer {
  return sha256(
    JSON.stringify([header.clone, header.cloneVersion, header.channel, header.language, header.startedAt.getTime()]),
  );
}
