import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ListedKey, type Scope, SCOPES } from '#accounts';
import { connectionOf } from '../relay/connection.js';
import { ExpectedOutcomeType } from '../relay/expected-outcome.type.js';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';

/** GraphQL names cannot hold a colon: `read:conversations` is READ_CONVERSATIONS. */
function nameOf(scope: Scope): string {
  return scope.toUpperCase().replace(':', '_');
}
export const ScopeEnum = Object.fromEntries(SCOPES.map((scope) => [nameOf(scope), scope]));
registerEnumType(ScopeEnum, {
  name: 'KeyScope',
  description: 'What a service key can be allowed; the table of permissions says what that is.',
  valuesMap: {
    INGEST: { description: 'Send conversations, and see what was refused.' },
    READ_CONVERSATIONS: { description: 'Read conversations, transcripts, flags and who answers.' },
    READ_TRENDS: { description: 'Read trends.' },
    REVIEW: { description: 'Read what a reviewer needs. Reviewing itself is not there yet.' },
    LEDGER: { description: 'Read who answers. The ledger itself is not there yet.' },
    ADMIN: { description: 'Manage keys and read access records; sends conversations, reads none.' },
  },
});

@ObjectType('ServiceKey', { implements: () => NodeType, description: "A machine's way in. Its secret is shown once." })
export class ServiceKeyType extends NodeType {
  cloneIds!: readonly string[] | null;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'The visible beginning of its latest secret.' })
  prefix!: string;

  @Field(() => [ScopeEnum], { description: 'What it is allowed.' })
  scopes!: Scope[];

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself; null: never.' })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to within five minutes; null: never.' })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was ended; null: it was not.' })
  revokedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when secrets from before the last rotation work; null: it was never rotated.',
  })
  earlierSecretsUntil!: Date | null;

  static of({ id, earlierUntil, ...fields }: ListedKey): ServiceKeyType {
    return Object.assign(new ServiceKeyType(), {
      ...fields,
      id: toGlobalId('ServiceKey', id),
      earlierSecretsUntil: earlierUntil,
    });
  }
}

export const ServiceKeyConnectionType = connectionOf(ServiceKeyType, 'ServiceKey');

@ObjectType('ServiceKeyIssued', { description: 'A new secret.' })
export class ServiceKeyIssuedType {
  @Field(() => ServiceKeyType, { description: 'The key.' })
  serviceKey!: ServiceKeyType;

  @Field(() => String, { description: 'Its secret, shown only now: send it as "Authorization: Bearer …".' })
  secret!: string;
}

@ObjectType('ServiceKeyRevoked', { description: 'The key has ended: the next request with it is refused.' })
export class ServiceKeyRevokedType {
  @Field(() => ServiceKeyType, { description: 'The key.' })
  serviceKey!: ServiceKeyType;
}

@ObjectType('ServiceKeyEnded', {
  implements: () => ExpectedOutcomeType,
  description: 'The key was revoked or has expired before. Nothing changed.',
})
export class ServiceKeyEndedType extends ExpectedOutcomeType {}

@ObjectType('ScopeNotHeld', {
  implements: () => ExpectedOutcomeType,
  description: 'Nobody gives to a key what they may not do themselves. Nothing changed.',
})
export class ScopeNotHeldType extends ExpectedOutcomeType {
  @Field(() => [ScopeEnum], { description: 'The scopes that stand for more than the asker may do.' })
  scopes!: Scope[];
}

@ObjectType('CloneUnknown', {
  implements: () => ExpectedOutcomeType,
  description: 'A key cannot be restricted to clones that are not there. Nothing changed.',
})
export class CloneUnknownType extends ExpectedOutcomeType {
  @Field(() => [ID], { description: 'The ids that lead to no clone.' })
  cloneIds!: string[];
}

const resolveType = (value: object) => value.constructor;

export const CreateServiceKeyResultType = createUnionType({
  name: 'CreateServiceKeyResult',
  description: 'What became of the wish for a key.',
  types: () => [ServiceKeyIssuedType, ScopeNotHeldType, CloneUnknownType],
  resolveType,
});

export const RotateServiceKeyResultType = createUnionType({
  name: 'RotateServiceKeyResult',
  description: 'What became of the wish for a new secret.',
  types: () => [ServiceKeyIssuedType, ScopeNotHeldType, ServiceKeyEndedType],
  resolveType,
});

export const RevokeServiceKeyResultType = createUnionType({
  name: 'RevokeServiceKeyResult',
  description: 'What became of the wish to end a key.',
  types: () => [ServiceKeyRevokedType, ServiceKeyEndedType],
  resolveType,
});
