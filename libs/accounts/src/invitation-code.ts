import { randomBytes } from 'node:crypto';
import { isId } from '#platform';

const PREFIX = 'inv_';
const ID_BYTES = 16;
const SECRET_BYTES = 24;
const FORM = new RegExp(`^${PREFIX}[A-Za-z0-9_-]{${Math.ceil(((ID_BYTES + SECRET_BYTES) * 4) / 3)}}$`);

/** A new code. It names the organisation, so that nobody need look across organisations to find its invitation. */
export function newInvitationCode(organisationId: string): string {
  const id = Buffer.from(organisationId.replaceAll('-', ''), 'hex');
  return `${PREFIX}${Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url')}`;
}

/** The organisation that a code names, or undefined when it is no code. */
export function organisationOf(code: string): string | undefined {
  if (!FORM.test(code)) return undefined;
  const hex = Buffer.from(code.slice(PREFIX.length), 'base64url').toString('hex', 0, ID_BYTES);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : undefined;
}
