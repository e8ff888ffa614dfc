import { isId, publicId, Refused } from '#platform';

/** Types that have a global id, and so can be fetched by `node`. */
export type NodeName =
  'Organisation' | 'Clone' | 'CloneVersion' | 'Conversation' | 'Turn' | 'Flag' | 'Party' | 'Person' | 'ServiceKey';

/** What has an opaque id of its own without being fetched by it. */
export type IdName = NodeName | 'Invitation' | 'Session' | 'WebhookEndpoint' | 'WebhookDelivery';

/** The number is written in one way only: a turn has one id. */
const TURN = /^([0-9a-f-]{36}):(0|[1-9]\d{0,8})$/;

/** An opaque id that is unique over all types. */
export function toGlobalId(name: IdName, local: string): string {
  return publicId(name, local);
}

/** @throws Refused `BAD_INPUT` when `given` is not the id of a `name`. */
export function fromGlobalId(name: IdName, given: string, argument: string): string {
  const read = readGlobalId(given);
  if (read?.name !== name) throw new Refused('BAD_INPUT', `${argument} is not the id of a ${name}.`);
  return read.local;
}

/** Undefined when it is not one of ours. */
export function readGlobalId(given: string): { name: IdName; local: string } | undefined {
  const text = Buffer.from(given, 'base64url').toString();
  const at = text.indexOf(':');
  const name = text.slice(0, at) as IdName; // compared with the names by every caller
  const local = text.slice(at + 1);
  const wellFormed = name === 'Turn' ? splitTurnId(local) !== undefined : isId(local);
  return wellFormed ? { name, local } : undefined;
}

export function turnId(conversationId: string, turnIndex: number): string {
  return `${conversationId}:${turnIndex}`;
}

export function splitTurnId(local: string): { conversationId: string; turnIndex: number } | undefined {
  const parts = TURN.exec(local);
  if (parts === null || !isId(parts[1]!)) return undefined; // the group always matches
  return { conversationId: parts[1]!, turnIndex: Number(parts[2]) };
}
