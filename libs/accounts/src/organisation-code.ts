import { randomBytes } from 'node:crypto';
import { isId } from '#platform';

/** What a code is for, as people see it at its beginning: an invitation, or a reset of a sign-in. */
type Purpose = 'inv' | 'res';

const ID_BYTES = 16;
const SECRET_BYTES = 24;
const FORM = new RegExp(`^[A-Za-z0-9_-]{${Math.ceil(((ID_BYTES + SECRET_BYTES) * 4) / 3)}}$`);

/** A new code. It names the organisation, so that nobody need look across organisations for what it belongs to. */
export function newCode(purpose: Purpose, organisationId: string): string {
  const id = Buffer.from(organisationId.replaceAll('-', ''), 'hex');
  return `${purpose}_${Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url')}`;
}

/** The organisation that a code names, or undefined when it is no code for this purpose. */
export function organisationOf(purpose: Purpose, code: string): string | undefined {
  const rest = code.slice(purpose.length + 1);
  if (!code.startsWith(`${purpose}_`) || !FORM.test(rest)) return undefined;
  const hex = Buffer.from(rest, 'base64url').toString('hex', 0, ID_BYTES);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : undefined;
}
