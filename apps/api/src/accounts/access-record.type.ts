import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ACCESS_OPERATIONS, type AccessOperation, type AccessRecord } from '#accounts';
import { connectionOf, PageArguments } from '../relay/connection.js';
import { toGlobalId } from '../relay/global-ids.js';

export const AccessOperationEnum = Object.fromEntries(
  Object.keys(ACCESS_OPERATIONS).map((operation) => [operation, operation]),
);
registerEnumType(AccessOperationEnum, {
  name: 'AccessOperation',
  description: 'What can be done that leaves a record.',
  valuesMap: {
    CONVERSATION_READ: { description: 'A conversation was read: its description, digest or signals.' },
    TRANSCRIPT_READ: { description: 'Words were read: turns, or the evidence of flags.' },
    TRANSCRIPT_SEARCHED: { description: 'Conversations were found by their words.' },
    KEY_CREATED: { description: 'A service key was made.' },
    KEY_ROTATED: { description: 'A service key got a new secret.' },
    KEY_REVOKED: { description: 'A service key was ended.' },
    KEY_USED: { description: 'A service key was used, for the first time in five minutes.' },
    PERSON_INVITED: { description: 'Somebody was invited.' },
    INVITATION_REVOKED: { description: 'An invitation was taken back.' },
    PERSON_ADDED: { description: 'A person was added, also by accepting an invitation.' },
    ROLE_CHANGED: { description: 'A person got another role.' },
    PERSON_DEACTIVATED: { description: 'A person was deactivated.' },
    PERSON_REACTIVATED: { description: 'A deactivated person may sign in again.' },
    SECOND_FACTOR_ADDED: { description: 'A person signs in with a second factor from now on.' },
    SECOND_FACTOR_REMOVED: { description: 'A person signs in without a second factor from now on.' },
    SIGN_IN_RESET_ISSUED: { description: 'A code was issued with which a person sets another password.' },
    PASSWORD_RESET: { description: 'A person set another password with such a code.' },
    OPENID_ACCOUNT_LINKED: { description: 'An account at the OpenID provider became that of a person.' },
    SIGNED_IN: { description: 'A person signed in.' },
    SIGNED_OUT: { description: 'A person signed out.' },
    SIGN_IN_FAILED: { description: 'Somebody tried to sign in as a person and was refused.' },
    SIGN_IN_THROTTLED: { description: 'Attempts to sign in as a person are refused unseen for a while.' },
    SESSIONS_ENDED: { description: 'A person ended sessions of their own.' },
    WEBHOOK_CREATED: { description: 'A webhook endpoint was made.' },
    WEBHOOK_CHANGED: { description: 'A webhook endpoint was changed, enabled or disabled.' },
    WEBHOOK_SECRET_ROTATED: { description: 'A webhook endpoint got a new secret.' },
    WEBHOOK_RESENT: { description: 'A delivery was sent to a webhook endpoint again.' },
    WEBHOOK_TESTED: { description: 'An event that tells of nothing was sent to a webhook endpoint.' },
    ACCESS_REASON_RULE_SET: { description: 'From then on a reason is needed to read words, or none any more.' },
    ACCESS_RECORDS_PURGED: { description: 'Access records were taken away because their time was over.' },
  },
});

export enum AccessActorKind {
  PERSON = 'PERSON',
  KEY = 'KEY',
  NOBODY = 'NOBODY',
  PROGRAM = 'PROGRAM',
}
registerEnumType(AccessActorKind, {
  name: 'AccessActorKind',
  description: 'Who it was that did something.',
  valuesMap: {
    PERSON: { description: 'A person who signed in, or an operator on the machine itself.' },
    KEY: { description: 'A service key.' },
    NOBODY: { description: 'Somebody who did not prove who they are.' },
    PROGRAM: { description: 'The program itself.' },
  },
});

@ObjectType('AccessRecord', { description: 'Who did what to what, when, from where, and why if they said so.' })
export class AccessRecordType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => AccessOperationEnum, { description: 'What was done.' })
  operation!: AccessOperation;

  @Field(() => AccessActorKind, { description: 'Whether a person, a service key or something else did it.' })
  actorKind!: AccessActorKind;

  @Field(() => ID, { description: 'Who: the id of a ServiceKey or Person; of the Organisation when it was neither.' })
  actorId!: string;

  @Field(() => String, { description: 'Their name at that time.' })
  actorName!: string;

  @Field(() => String, {
    description:
      'What kind of thing it was done to: Conversation, ServiceKey, Person, Invitation, WebhookEndpoint or Organisation.',
  })
  subjectType!: string;

  @Field(() => [ID], { description: 'The ids of what it was done to.' })
  subjectIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why, as the asker said in the header Access-Reason.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address that it came from.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The program that asked, shortened.' })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'The request that it was part of.' })
  requestId!: string | null;

  static of({ id, actorKind, actorId, subjectType, subjectIds, ...fields }: AccessRecord): AccessRecordType {
    return Object.assign(new AccessRecordType(), {
      ...fields,
      id,
      actorKind: AccessActorKind[actorKind],
      actorId: toGlobalId(ACTOR_IDS[actorKind], actorId),
      subjectType,
      subjectIds: subjectIds.map((one) => toGlobalId(subjectType, one)),
    });
  }
}

const ACTOR_IDS = { PERSON: 'Person', KEY: 'ServiceKey', NOBODY: 'Organisation', PROGRAM: 'Organisation' } as const;

export const AccessRecordConnectionType = connectionOf(AccessRecordType, 'AccessRecord');

@InputType('AccessRecordFilter', { description: 'Which records; all that is given must hold.' })
export class AccessRecordFilterInput {
  @Field(() => [AccessOperationEnum], { nullable: true, description: 'Any of these operations.' })
  operations?: AccessOperation[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Done by this ServiceKey or Person; of an Organisation: by neither.',
  })
  actorId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Done to this Conversation, ServiceKey, Person, Invitation, WebhookEndpoint or Organisation.',
  })
  subjectId?: string | null;

  @Field(() => Date, { nullable: true, description: 'At or after this.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this.' })
  to?: Date | null;
}

@ArgsType()
export class AccessRecordArguments extends PageArguments {
  @Field(() => AccessRecordFilterInput, { nullable: true, description: 'Which records.' })
  filter?: AccessRecordFilterInput | null;
}
