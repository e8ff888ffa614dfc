import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AccountabilityService } from '#accountability';
import { GuardedKeysService, OrganisationsService, PeopleService } from '#accounts';
import { ClonesService } from '#clones';
import { ConversationsService } from '#conversations';
import { FlagsService } from '#moderation';
import { PartyType } from '../accountability/accountability.type.js';
import { OrganisationType } from '../accounts/organisation.type.js';
import { PersonType } from '../accounts/person.type.js';
import { ServiceKeyType } from '../accounts/service-key.type.js';
import { CloneType, CloneVersionType } from '../clones/clone.type.js';
import { ConversationType } from '../conversations/conversation.type.js';
import { TurnType } from '../conversations/turn.type.js';
import { FlagType } from '../moderation/flag.type.js';
import { Context, type RequestContext } from './context.js';
import { readGlobalId, splitTurnId } from './global-ids.js';
import { NodeType } from './node.type.js';

@Resolver(() => NodeType)
export class NodeResolver {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly clones: ClonesService,
    private readonly conversations: ConversationsService,
    private readonly flags: FlagsService,
    private readonly accountability: AccountabilityService,
    private readonly people: PeopleService,
    private readonly keys: GuardedKeysService,
  ) {}

  @Query(() => NodeType, { nullable: true, description: 'Whatever has this id, or null.' })
  async node(
    @Context() { actor }: RequestContext,
    @Args('id', { type: () => ID, description: 'A global id.' }) id: string,
  ): Promise<NodeType | null> {
    const read = readGlobalId(id);
    if (read === undefined) return null;
    const ids = [read.local];
    switch (read.name) {
      case 'Organisation':
        return read.local === actor.organisationId
          ? OrganisationType.of(await this.organisations.get(read.local))
          : null;
      case 'Clone':
        return first(await this.clones.byIds(actor, ids), (row) => CloneType.of(row));
      case 'CloneVersion':
        return first(await this.clones.versionsByIds(actor, ids), (row) => CloneVersionType.of(row));
      case 'Conversation':
        return first(await this.conversations.byIds(actor, ids), (row) => ConversationType.of(row));
      case 'Turn':
        return first(await this.conversations.turnsAt(actor, [splitTurnId(read.local)!]), (row) => TurnType.of(row)); // checked by readGlobalId
      case 'Flag':
        return first(await this.flags.byIds(actor, ids), (row) => FlagType.of(row));
      case 'Party':
        return first(await this.accountability.parties(actor, ids), (row) => PartyType.of(row));
      case 'Person':
        return first(await this.people.byIds(actor, ids), (row) => PersonType.of(row));
      case 'ServiceKey':
        return first(await this.keys.byIds(actor, ids), (row) => ServiceKeyType.of(row));
      default:
        return null;
    }
  }
}

function first<Row, Node>(rows: readonly Row[], of: (row: Row) => Node): Node | null {
  return rows[0] === undefined ? null : of(rows[0]);
}
