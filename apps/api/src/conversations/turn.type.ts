import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Speaker } from '#detection';
import type { Turn } from '#conversations';
import { connectionOf } from '../relay/connection.js';
import { toGlobalId, turnId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';
import { SpeakerEnum } from './enums.js';

@ObjectType('Turn', { implements: () => NodeType, description: 'One utterance. A turn of the clone is a reply.' })
export class TurnType extends NodeType {
  conversationId!: string;

  @Field(() => Int, { description: 'Its place in the conversation, from 0.' })
  index!: number;

  @Field(() => SpeakerEnum, { description: 'Who spoke.' })
  speaker!: Speaker;

  @Field(() => String, { description: 'What the other side heard.' })
  said!: string;

  @Field(() => String, { nullable: true, description: 'What the model had written, when that differs.' })
  generated!: string | null;

  @Field(() => Boolean, { description: 'Whether the speaker was interrupted.' })
  interrupted!: boolean;

  @Field(() => Date, { description: 'When it was said.' })
  spokenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended, if the source told.' })
  endedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: "The source's confidence in its transcript, 0 to 1." })
  confidence!: number | null;

  static of({ conversationId, turnIndex, ...fields }: Turn): TurnType {
    const id = toGlobalId('Turn', turnId(conversationId, turnIndex));
    return Object.assign(new TurnType(), { ...fields, id, conversationId, index: turnIndex });
  }
}

export const TurnConnectionType = connectionOf(TurnType, 'Turn');
