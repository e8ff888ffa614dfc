import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Channel } from '#accountability';
import { RISK_CODES, type RiskCode } from '#detection';
import { type Flag, SEVERITIES } from '#moderation';
import { ChannelEnum } from '../conversations/enums.js';
import { connectionOf, PageArguments } from '../relay/connection.js';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';

export enum SeverityEnum {
  LOW = 1,
  MEDIUM = 2,
  HIGH = 3,
  CRITICAL = 4,
}
registerEnumType(SeverityEnum, {
  name: 'Severity',
  description: 'How soon a person should look.',
  valuesMap: {
    CRITICAL: { description: 'Stop and page, within 15 minutes.' },
    HIGH: { description: 'The same day.' },
    MEDIUM: { description: 'In the queue.' },
    LOW: { description: 'By sample.' },
  },
});

@ObjectType('Evidence', {
  description: 'Words that a flag rests on: UTF-16 offsets into what was said, end exclusive.',
})
export class EvidenceType {
  @Field(() => Int, { description: 'First UTF-16 code unit.' })
  start!: number;

  @Field(() => Int, { description: 'The one after the last.' })
  end!: number;

  @Field(() => String, { description: 'The words themselves.' })
  quote!: string;
}

@ObjectType('Flag', {
  implements: () => NodeType,
  description: 'A rule was true of a reply, and somebody should look.',
})
export class FlagType extends NodeType {
  conversationId!: string;
  turnIndex!: number;
  cloneId!: string;

  @Field(() => String, { description: 'The rule; stable over versions.' })
  ruleId!: string;

  @Field(() => String, { description: 'The version of the rule set that was in force.' })
  ruleSetVersion!: string;

  @Field(() => String, { description: 'The risk code.' })
  code!: string;

  @Field(() => String, { description: 'What the code means.' })
  meaning!: string;

  @Field(() => SeverityEnum, { description: 'How soon a person should look.' })
  severity!: SeverityEnum;

  @Field(() => Float, { description: 'The score of the signal, 0 to 1.' })
  score!: number;

  @Field(() => String, { description: 'The engine that measured it.' })
  engine!: string;

  @Field(() => String, { description: 'Its version.' })
  engineVersion!: string;

  @Field(() => [EvidenceType], {
    description:
      'The words it rests on. When it rests on something that was not said: all words of the reply, or none if the engine quotes none.',
  })
  evidence!: EvidenceType[];

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason!: string | null;

  @Field(() => ChannelEnum, { description: 'Where it was said.' })
  channel!: Channel;

  @Field(() => Date, { description: 'When it was said.' })
  spokenAt!: Date;

  @Field(() => Date, { description: 'When it was flagged.' })
  raisedAt!: Date;

  static of({ id, severity, ...fields }: Flag): FlagType {
    const meaning = RISK_CODES[fields.code as RiskCode].definition; // rules exist for these codes only
    return Object.assign(new FlagType(), {
      ...fields,
      id: toGlobalId('Flag', id),
      meaning,
      severity: SeverityEnum[SEVERITIES[severity]],
    });
  }
}

export const FlagConnectionType = connectionOf(FlagType, 'Flag');

@InputType('FlagFilter', { description: 'Which flags; all that is given must hold.' })
export class FlagFilterInput {
  @Field(() => SeverityEnum, { nullable: true, description: 'This severity or above.' })
  severityAtLeast?: SeverityEnum | null;

  @Field(() => [String], { nullable: true, description: 'Any of these risk codes.' })
  codes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Said by this clone.' })
  cloneId?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'Said on this channel.' })
  channel?: Channel | null;

  @Field(() => Date, { nullable: true, description: 'Said at or after this.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Said before this.' })
  to?: Date | null;
}

@ArgsType()
export class FlagListArguments extends PageArguments {
  @Field(() => FlagFilterInput, { nullable: true, description: 'Which flags.' })
  filter?: FlagFilterInput | null;
}
