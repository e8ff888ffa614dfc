import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock, newId } from '#platform';
import { operatorOf } from './access.js';
import { recordChange } from './access-records/access-records.queries.js';
import { Organisation } from './organisation.entity.js';
import { hashPassword } from './passwords.js';
import type { Role } from './permissions.js';
import { Person } from './person.entity.js';

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  findBySlug(slug: string): Promise<Organisation | null> {
    return this.database.system((tx) => tx.entities.findOneBy(Organisation, { slug }));
  }

  list(): Promise<Organisation[]> {
    return this.database.system((tx) => tx.entities.find(Organisation, { order: { slug: 'ASC' } }));
  }

  async create(given: { slug: string; name: string; timeZone: string }): Promise<Organisation> {
    const organisation = { ...given, id: newId(), createdAt: this.clock.now() };
    await this.database.system((tx) => tx.entities.insert(Organisation, organisation));
    return organisation;
  }

  async addPerson(
    organisationId: string,
    given: { email: string; name: string; role: Role; password: string },
  ): Promise<Person> {
    const person = {
      organisationId,
      id: newId(),
      email: given.email.toLowerCase(),
      name: given.name,
      role: given.role,
      passwordHash: await hashPassword(given.password),
      createdAt: this.clock.now(),
    };
    const change = { operation: 'PERSON_ADDED' as const, subjectIds: [person.id], at: person.createdAt };
    await this.database.transaction(organisationId, async (tx) => {
      await tx.entities.insert(Person, person);
      recordChange(tx, operatorOf(organisationId), change);
    });
    return person;
  }

  get(organisationId: string): Promise<Organisation> {
    return this.database.read(organisationId, (tx) =>
      tx.entities.findOneByOrFail(Organisation, { id: organisationId }),
    );
  }
}
