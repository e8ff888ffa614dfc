import { ResolveField, Resolver } from '@nestjs/graphql';
import { AccountabilityService } from '#accountability';
import type { RequestContext } from '../relay/context.js';
import { TurnType } from '../conversations/turn.type.js';
import { AccountabilityOutcome, AccountabilityRecordType, PartyType } from './accountability.type.js';

@Resolver(() => AccountabilityRecordType)
export class AccountabilityRecordResolver {
  constructor(private readonly accountability: AccountabilityService) {}

  @ResolveField(() => PartyType, { nullable: true, description: 'Who answers; null in a gap or conflict.' })
  accountable(record: AccountabilityRecordType, _: unknown, context: RequestContext): Promise<PartyType | null> {
    return this.party(record.accountablePartyId, context);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'The deploying entity, to whom a gap falls back.' })
  fallback(record: AccountabilityRecordType, _: unknown, context: RequestContext): Promise<PartyType | null> {
    return this.party(record.fallbackPartyId, context);
  }

  private async party(id: string | null, context: RequestContext): Promise<PartyType | null> {
    if (id === null) return null;
    const party = await context.row(
      'party',
      id,
      (ids) => this.accountability.parties(context.actor, ids),
      (row) => row.id,
    );
    return party === null ? null : PartyType.of(party);
  }
}

@Resolver(() => TurnType)
export class TurnAccountabilityResolver {
  constructor(private readonly accountability: AccountabilityService) {}

  @ResolveField(() => AccountabilityRecordType, {
    name: 'accountability',
    nullable: true,
    description: 'Who answers for this reply; null for other turns.',
  })
  async recordOf(turn: TurnType, _: unknown, context: RequestContext): Promise<AccountabilityRecordType | null> {
    const records = await context.rows(
      'records',
      turn.conversationId,
      (ids) => this.accountability.recordsOf(context.actor, ids),
      (row) => row.conversationId,
    );
    const record = records.find(({ turnIndex }) => turnIndex === turn.index);
    if (record === undefined) return null;
    const { accountablePartyId, fallbackPartyId, resolverVersion } = record;
    return { accountablePartyId, fallbackPartyId, resolverVersion, outcome: AccountabilityOutcome[record.outcome] };
  }
}
