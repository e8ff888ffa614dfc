import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, clonesOf, requireAccess } from '#accounts';
import { Database, UNIQUE_VIOLATION } from '#database';
import { Clock, coded, newId, Refused } from '#platform';
import { Clone } from './clone.entity.js';
import { CloneVersion } from './clone-version.entity.js';

@Injectable()
export class ClonesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All clones of the organisation that the actor may see, by handle. An organisation has few: one per executive. */
  list(actor: Actor): Promise<Clone[]> {
    requireAccess(actor, 'clone.read');
    const only = clonesOf(actor);
    return this.database.read(actor.organisationId, (tx) =>
      tx.entities.find(Clone, { ...(only && { where: { id: In([...only]) } }), order: { handle: 'ASC' } }),
    );
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<Clone[]> {
    requireAccess(actor, 'clone.read');
    return this.database.read(actor.organisationId, (tx) => tx.entities.findBy(Clone, { id: In(allowed(actor, ids)) }));
  }

  versionsOf(actor: Actor, cloneIds: readonly string[]): Promise<CloneVersion[]> {
    requireAccess(actor, 'clone.read');
    return this.database.read(actor.organisationId, (tx) =>
      tx.entities.find(CloneVersion, {
        where: { cloneId: In(allowed(actor, cloneIds)) },
        order: { createdAt: 'DESC', id: 'DESC' },
      }),
    );
  }

  versionsByIds(actor: Actor, ids: readonly string[]): Promise<CloneVersion[]> {
    requireAccess(actor, 'clone.read');
    const only = clonesOf(actor);
    return this.database.read(actor.organisationId, (tx) =>
      tx.entities.findBy(CloneVersion, { id: In([...ids]), ...(only && { cloneId: In([...only]) }) }),
    );
  }

  /** Adds a clone. @throws Refused `BAD_INPUT` when the handle is taken. */
  async add(
    organisationId: string,
    given: { handle: string; name: string; principalName: string; principalTitle: string },
  ): Promise<Clone> {
    const clone = { ...given, organisationId, id: newId(), createdAt: this.clock.now() };
    await this.insert(organisationId, Clone, clone, `The clone ${given.handle} exists already.`);
    return clone;
  }

  /** Adds an immutable version. @throws Refused `BAD_INPUT` when the clone has this label already. */
  async addVersion(
    organisationId: string,
    given: { cloneId: string; label: string; provider: string; model: string },
  ): Promise<CloneVersion> {
    const version = { ...given, organisationId, id: newId(), createdAt: this.clock.now() };
    await this.insert(organisationId, CloneVersion, version, `The version ${given.label} exists already.`);
    return version;
  }

  private async insert<T extends Clone | CloneVersion>(
    organisationId: string,
    table: new () => T,
    row: object,
    taken: string,
  ): Promise<void> {
    try {
      await this.database.transaction(organisationId, (tx) => tx.entities.insert<Clone | CloneVersion>(table, row));
    } catch (error) {
      if (coded(error) === UNIQUE_VIOLATION) throw new Refused('BAD_INPUT', taken);
      throw error;
    }
  }
}

/** Those of these clones that the actor may see. */
function allowed(actor: Actor, cloneIds: readonly string[]): string[] {
  const only = clonesOf(actor);
  return cloneIds.filter((id) => only === null || only.includes(id));
}
