import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562 §5.7): unique everywhere, and ordered by time so that indexes grow at their end. */
export function newId(): string {
  return v7();
}

/** Whether a text has the form of an id, in lower case as we write them. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** How clients see the id of a thing: opaque, and unique over all types. */
export function publicId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}
