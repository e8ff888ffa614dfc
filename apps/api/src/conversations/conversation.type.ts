import { Field, ObjectType } from '@nestjs/graphql';
import type { Channel } from '#accountability';
import type { Conversation } from '#conversations';
import { connectionOf } from '../relay/connection.js';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';
import { ChannelEnum } from './enums.js';

@ObjectType('Conversation', {
  implements: () => NodeType,
  description: 'One call, chat or exchange of mails with a clone.',
})
export class ConversationType extends NodeType {
  conversationId!: string;
  cloneId!: string;
  cloneVersionId!: string | null;

  @Field(() => String, { description: 'The system that it came from.' })
  source!: string;

  @Field(() => String, { description: 'Its id in that system.' })
  externalId!: string;

  @Field(() => ChannelEnum, { description: 'Where it took place.' })
  channel!: Channel;

  @Field(() => String, { nullable: true, description: 'The language that the source declared, a BCP 47 tag.' })
  declaredLanguage!: string | null;

  @Field(() => Date, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Date, { description: 'When it was first received.' })
  receivedAt!: Date;

  static of({ id, ...fields }: Conversation): ConversationType {
    return Object.assign(new ConversationType(), { ...fields, id: toGlobalId('Conversation', id), conversationId: id });
  }
}

export const ConversationConnectionType = connectionOf(ConversationType, 'Conversation');
