import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, GroupCommit } from '#platform';
import type { Actor } from './access.js';
import { findKeys } from './authentication.queries.js';
import { actorOfKey } from './authentication.service.js';
import { SessionsService } from './sessions.service.js';

const LOOKUPS = { groups: 1, weight: 500 };

/** What somebody came in with, kept as long as they stay: the hash of a key, or the id of a session, which outlasts its tokens. */
export type Credential = { kind: 'KEY'; hash: Buffer } | { kind: 'SESSION'; organisationId: string; id: string };

type SessionCredential = Extract<Credential, { kind: 'SESSION' }>;

/** What an actor came in with who was found by a key or by the token of a session. */
export function credentialOf(actor: Actor): Credential {
  if (actor.kind === 'KEY') return { kind: 'KEY', hash: actor.secretHash };
  return { kind: 'SESSION', organisationId: actor.organisationId, id: actor.sessionId! }; // whoever came in by a token has one
}

/** Who stays longer than one request is asked for again and again, all of them together. Asking has no effect, and so is no use of a session. */
@Injectable()
export class StandingService {
  private readonly keys = new GroupCommit<Buffer, Actor | undefined>((hashes) => this.lookUpKeys(hashes), LOOKUPS);
  private readonly people = new GroupCommit<SessionCredential, Actor | undefined>(
    (asked) => this.sessions.standing(asked),
    LOOKUPS,
  );

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
  ) {}

  /** Whose credential this is, as of now; undefined when it was revoked, rotated away, has expired or was ended. */
  actorOf(credential: Credential): Promise<Actor | undefined> {
    return credential.kind === 'KEY' ? this.keys.add(credential.hash) : this.people.add(credential);
  }

  private async lookUpKeys(hashes: Buffer[]): Promise<(Actor | undefined)[]> {
    const keys = await findKeys(this.database, hashes, this.clock.now());
    return keys.map((key) => key && actorOfKey(key));
  }
}
