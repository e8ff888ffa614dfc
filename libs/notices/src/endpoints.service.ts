import { Injectable } from '@nestjs/common';
import { type AccessOperation, type Actor, recordChange, requireAccess } from '#accounts';
import { Database, type Transaction, UNIQUE_VIOLATION } from '#database';
import { Clock, newId, Refused } from '#platform';
import {
  type Endpoint,
  type EndpointChange,
  findEndpoints,
  insertEndpoint,
  reviseEndpoint,
  standInLine,
} from './endpoints.queries.js';
import { EVENT_TYPES } from './events.js';
import { MAX_DESCRIPTION_CHARACTERS, MAX_ENDPOINTS, MAX_SIGNING_SECRETS, SECRET_OVERLAP_SECONDS } from './limits.js';
import { Seal } from './seal.js';
import { findSigningSecrets, insertSecret } from './secrets.queries.js';
import { newSecret } from './signature.js';
import { TargetGuard } from './targets.js';

export interface NewSecret {
  endpoint: Endpoint;
  /** Cannot be read again. */
  secret: string;
}

export type EndpointOutcome<Done> =
  Done | { refused: 'TARGET_REFUSED' | 'ENDPOINT_LIMIT' | 'SECRET_LIMIT'; because: string };

/** Where an organisation wants to be told of what happens. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly database: Database,
    private readonly guard: TargetGuard,
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Endpoint[]> {
    requireAccess(actor, 'webhook.manage');
    return this.database.read(actor.organisationId, (tx) => findEndpoints(tx));
  }

  async create(
    actor: Actor,
    given: { url: string; eventTypes: readonly string[]; description: string },
  ): Promise<EndpointOutcome<NewSecret>> {
    requireAccess(actor, 'webhook.manage');
    const complaint = this.guard.complaintAbout(given.url);
    if (complaint !== undefined) return { refused: 'TARGET_REFUSED', because: complaint };
    checkFields(given);
    return this.database.transaction(actor.organisationId, async (tx) => {
      await standInLine(tx);
      if ((await findEndpoints(tx)).length >= MAX_ENDPOINTS)
        return { refused: 'ENDPOINT_LIMIT', because: `There are ${MAX_ENDPOINTS} endpoints. Change one instead.` };
      const id = newId();
      await insertEndpoint(tx, { ...given, id, author: actor });
      this.record(tx, actor, 'WEBHOOK_CREATED', id);
      return this.addSecret(tx, actor, { id, number: 1, overlapSeconds: 0 });
    });
  }

  async update(actor: Actor, id: string, change: EndpointChange): Promise<EndpointOutcome<Endpoint>> {
    requireAccess(actor, 'webhook.manage');
    const complaint = change.url === undefined ? undefined : this.guard.complaintAbout(change.url);
    if (complaint !== undefined) return { refused: 'TARGET_REFUSED', because: complaint };
    checkFields(change);
    const revise = async (tx: Transaction) => {
      await oneEndpoint(tx, id);
      await reviseEndpoint(tx, id, change, { reason: 'CHANGED', author: actor });
      this.record(tx, actor, 'WEBHOOK_CHANGED', id);
      return oneEndpoint(tx, id);
    };
    // Of two that make the same number at a time, the second is tried again.
    return this.database.transaction(actor.organisationId, revise, [UNIQUE_VIOLATION]);
  }

  /** A new secret signs beside the others for a day; with `immediately` they end at once. */
  async rotate(actor: Actor, id: string, immediately: boolean): Promise<EndpointOutcome<NewSecret>> {
    requireAccess(actor, 'webhook.manage');
    const rotate = async (tx: Transaction): Promise<EndpointOutcome<NewSecret>> => {
      await oneEndpoint(tx, id);
      const signing = await findSigningSecrets(tx, [id]);
      if (signing.length >= MAX_SIGNING_SECRETS && !immediately)
        return {
          refused: 'SECRET_LIMIT',
          because: `${MAX_SIGNING_SECRETS} secrets sign already. Rotate immediately, or later.`,
        };
      const number = (signing[0]?.number ?? 0) + 1;
      this.record(tx, actor, 'WEBHOOK_SECRET_ROTATED', id);
      return this.addSecret(tx, actor, { id, number, overlapSeconds: immediately ? 0 : SECRET_OVERLAP_SECONDS });
    };
    return this.database.transaction(actor.organisationId, rotate, [UNIQUE_VIOLATION]);
  }

  private record(tx: Transaction, actor: Actor, operation: AccessOperation, id: string): void {
    recordChange(tx, actor, { operation, subjectIds: [id], at: this.clock.now() });
  }

  private async addSecret(
    tx: Transaction,
    actor: Actor,
    { id, number, overlapSeconds }: { id: string; number: number; overlapSeconds: number },
  ): Promise<NewSecret> {
    const secret = newSecret();
    const sealed = this.seal.close(secret, placeOfSecret(actor.organisationId, { endpointId: id, number }));
    await insertSecret(tx, { endpointId: id, number, sealed, overlapSeconds, author: actor });
    return { endpoint: await oneEndpoint(tx, id), secret };
  }
}

/** What a sealed secret is bound to. */
export function placeOfSecret(organisationId: string, given: { endpointId: string; number: number }): string[] {
  return [organisationId, given.endpointId, String(given.number)];
}

/** @throws Refused `NOT_FOUND` */
export async function oneEndpoint(tx: Transaction, id: string): Promise<Endpoint> {
  const [endpoint] = await findEndpoints(tx, id);
  if (endpoint === undefined) throw new Refused('NOT_FOUND', 'There is no such webhook endpoint.');
  return endpoint;
}

function checkFields({ eventTypes, description }: EndpointChange): void {
  if (eventTypes !== undefined && !isListOfTypes(eventTypes))
    throw new Refused('BAD_INPUT', `input.eventTypes must name some of ${EVENT_TYPES.join(', ')}, each once.`);
  if ((description ?? '').length > MAX_DESCRIPTION_CHARACTERS)
    throw new Refused('TOO_LARGE', `input.description is over ${MAX_DESCRIPTION_CHARACTERS} characters.`);
}

function isListOfTypes(given: readonly string[]): boolean {
  const known: readonly string[] = EVENT_TYPES;
  return given.length > 0 && new Set(given).size === given.length && given.every((type) => known.includes(type));
}
