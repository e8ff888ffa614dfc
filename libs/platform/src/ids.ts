import { v7 } from 'uuid';

/** A new UUIDv7 (RFC 9562 §5.7): unique everywhere, and ordered by time so that indexes grow at their end. */
export function newId(): string {
  return v7();
}
