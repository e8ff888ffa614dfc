import { Injectable } from '@nestjs/common';
import { Database, type Transaction, UNIQUE_VIOLATION } from '#database';
import { Clock, coded, newId, Refused, sha256 } from '#platform';
import { type Actor, mayAccess, requireAccess } from './access.js';
import type { Origin } from './access-records/access-log.js';
import { recordChange } from './access-records/access-records.queries.js';
import {
  endInvitation,
  insertInvitation,
  type Invitation,
  selectInvitation,
  selectInvitations,
} from './invitations.queries.js';
import { INVITATION_SECONDS, MAX_EMAIL_CHARACTERS, MAX_PERSON_NAME_CHARACTERS } from './limits.js';
import { newCode, organisationOf } from './organisation-code.js';
import { hashPassword, problemOfPassword } from './passwords.js';
import type { Role } from './permissions.js';
import { Person } from './person.entity.js';
import { findAuthor } from './sign-in-resets.queries.js';

export type { Invitation };

export type InviteOutcome = { outcome: 'INVITED'; invitation: Invitation; code: string } | { outcome: 'ADDRESS_TAKEN' };
export type AcceptOutcome =
  { outcome: 'ACCEPTED' } | { outcome: 'UNUSABLE' } | { outcome: 'PASSWORD_REFUSED'; problem: string };

const UNUSABLE: AcceptOutcome = { outcome: 'UNUSABLE' };

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the invitation and its code, which cannot be read again. @throws Refused `BAD_INPUT`. */
  async invite(actor: Actor, given: { email: string; name: string; role: Role }): Promise<InviteOutcome> {
    requireAccess(actor, 'person.manage');
    const { email, name } = readAddressee(given);
    const { organisationId, id: authorId } = actor;
    const code = newCode('inv', organisationId);
    const times = { createdAt: this.clock.now(), expiresAt: this.clock.in(INVITATION_SECONDS) };
    const invitation = { id: newId(), email, name, role: given.role, ...times };
    return this.database.transaction(organisationId, async (tx) => {
      if (await tx.entities.existsBy(Person, { organisationId, email })) return { outcome: 'ADDRESS_TAKEN' };
      await insertInvitation(tx, { ...invitation, authorId, tokenHash: sha256(code) });
      recordChange(tx, actor, { operation: 'PERSON_INVITED', subjectIds: [invitation.id], at: times.createdAt });
      return { outcome: 'INVITED', code, invitation: { ...invitation, state: 'OPEN' } };
    });
  }

  /** The latest first. */
  list(actor: Actor, limit: number, afterId: string | null): Promise<Invitation[]> {
    requireAccess(actor, 'person.read');
    return this.database.read(actor.organisationId, (tx) =>
      selectInvitations(tx, this.clock.now(), { limit, afterId }),
    );
  }

  /** @returns null when it was not open any more. @throws Refused `NOT_FOUND`. */
  async revoke(actor: Actor, id: string): Promise<Invitation | null> {
    requireAccess(actor, 'person.manage');
    const at = this.clock.now();
    return this.database.transaction(actor.organisationId, async (tx) => {
      const invitation = await selectInvitation(tx, at, { id });
      if (invitation === undefined) throw new Refused('NOT_FOUND', 'There is no such invitation.');
      if (invitation.state !== 'OPEN') return null;
      const ended = await endInvitation(tx, id, { outcome: 'REVOKED', authorId: actor.id, at });
      if (!ended) return null;
      recordChange(tx, actor, { operation: 'INVITATION_REVOKED', subjectIds: [id], at });
      return { ...invitation, state: 'REVOKED' };
    });
  }

  /**
   * Makes the person, who then signs in with this password. Whatever is wrong with the code reads the same, also that
   * the address has come to be used elsewhere meanwhile.
   */
  async accept(code: string, password: string, origin: Origin): Promise<AcceptOutcome> {
    const organisationId = organisationOf('inv', code);
    if (organisationId === undefined) return UNUSABLE;
    const open = await this.database.transaction(organisationId, (tx) => this.findUsable(tx, organisationId, code));
    if (open === undefined) return UNUSABLE;
    const problem = problemOfPassword(password);
    if (problem !== undefined) return { outcome: 'PASSWORD_REFUSED', problem };
    const passwordHash = await hashPassword(password);
    const accepting = this.database.transaction(organisationId, async (tx) => {
      const invitation = await this.findUsable(tx, organisationId, code);
      if (invitation === undefined) return UNUSABLE;
      const { email, name, role } = invitation;
      const at = this.clock.now();
      const person = { organisationId, id: newId(), email, name, role, passwordHash, createdAt: at };
      const end = { outcome: 'ACCEPTED' as const, authorId: person.id, at };
      if (!(await endInvitation(tx, invitation.id, end))) return UNUSABLE;
      await tx.entities.insert(Person, person);
      const change = { operation: 'PERSON_ADDED' as const, subjectIds: [person.id], at, origin };
      recordChange(tx, { kind: 'PERSON', ...person }, change);
      return { outcome: 'ACCEPTED' as const };
    });
    return accepting.catch((error: unknown) => {
      if (coded(error) === UNIQUE_VIOLATION) return UNUSABLE;
      throw error;
    });
  }

  /** An open invitation counts for as long as whoever invited may still invite: nobody comes back by one they made before. */
  private async findUsable(tx: Transaction, organisationId: string, code: string): Promise<Invitation | undefined> {
    const invitation = await selectInvitation(tx, this.clock.now(), { tokenHash: sha256(code) });
    if (invitation?.state !== 'OPEN') return undefined;
    const author = await findAuthor(tx, organisationId, invitation.authorId);
    return author !== undefined && mayAccess(author, 'person.manage') ? invitation : undefined;
  }
}

function readAddressee(given: { email: string; name: string }): { email: string; name: string } {
  const email = given.email.trim().toLowerCase();
  const name = given.name.trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > MAX_EMAIL_CHARACTERS)
    throw new Refused('BAD_INPUT', 'email is no e-mail address.');
  if (name === '' || name.length > MAX_PERSON_NAME_CHARACTERS)
    throw new Refused('BAD_INPUT', `name must have 1 to ${MAX_PERSON_NAME_CHARACTERS} characters.`);
  return { email, name };
}
