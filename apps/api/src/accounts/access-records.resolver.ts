import { Args, Query, Resolver } from '@nestjs/graphql';
import { type AccessRecordFilter, AccessRecordsService } from '#accounts';
import { Refused } from '#platform';
import { pageSize, readMomentCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { type IdName, readGlobalId } from '../relay/global-ids.js';
import {
  AccessRecordArguments,
  AccessRecordConnectionType,
  type AccessRecordFilterInput,
  AccessRecordType,
} from './access-record.type.js';

const ACTORS = ['ServiceKey', 'Person', 'Organisation'] as const satisfies IdName[];
const SUBJECTS = ['Conversation', 'Invitation', 'WebhookEndpoint', ...ACTORS] as const satisfies IdName[];

@Resolver(() => AccessRecordType)
export class AccessRecordsResolver {
  constructor(private readonly records: AccessRecordsService) {}

  @Query(() => AccessRecordConnectionType, { name: 'accessRecords', description: 'Who did what, the latest first.' })
  async list(
    @Context() { actor }: RequestContext,
    @Args() { first: wanted, after, filter }: AccessRecordArguments,
  ): Promise<InstanceType<typeof AccessRecordConnectionType>> {
    const first = pageSize(wanted);
    const place = readMomentCursor(after);
    const records = await this.records.list(
      actor,
      toFilter(filter ?? {}),
      first + 1,
      place && { at: place.moment, id: place.id },
    );
    return toConnection(records, first, {
      node: (record) => AccessRecordType.of(record),
      place: ({ at, id }) => [at.toISOString(), id],
    });
  }
}

function toFilter(given: AccessRecordFilterInput): AccessRecordFilter {
  return {
    operations: given.operations ?? undefined,
    actorId: localId(given.actorId, ACTORS, 'filter.actorId'),
    subjectId: localId(given.subjectId, SUBJECTS, 'filter.subjectId'),
    from: given.from ?? undefined,
    to: given.to ?? undefined,
  };
}

/** @throws Refused `BAD_INPUT` when it is the id of something else. */
function localId(given: string | null | undefined, names: readonly IdName[], argument: string): string | undefined {
  if (given === null || given === undefined) return undefined;
  const read = readGlobalId(given);
  if (read !== undefined && names.includes(read.name)) return read.local;
  throw new Refused('BAD_INPUT', `${argument} is not the id of a ${names.join(' or ')}.`);
}
