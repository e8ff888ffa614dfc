import { z } from 'zod';
import { CHANNELS, type Channel } from '#accountability';
import { SPEAKERS, type Speaker } from '#detection';
import { asciiUpperCase } from '#platform';
import { MAX_NAME_CHARACTERS, MAX_TURN_CHARACTERS, MAX_TURNS_PER_CONVERSATION } from './limits.js';
import { readMoment } from './moments.js';

/** A turn that passed every check. */
export interface IntakeTurn {
  index: number;
  speaker: Speaker;
  /** What the other side heard. */
  said: string;
  /** What the model had written, when that differs. */
  generated: string | null;
  interrupted: boolean;
  /** Null when the source did not say; the conversation's start stands in. */
  startedAt: Date | null;
  endedAt: Date | null;
  /** The source's own confidence in the transcript, 0 to 1. */
  confidence: number | null;
}

/** What identifies and describes a conversation; the same identity must always come with the same description. */
export interface IntakeHeader {
  clone: string;
  cloneVersion: string | null;
  channel: Channel;
  language: string | null;
  startedAt: Date;
}

export interface IntakeConversation {
  source: string;
  externalId: string;
  /** Null when turns are appended to a conversation that is there already. */
  header: IntakeHeader | null;
  turns: IntakeTurn[];
}

/** NUL cannot be stored by PostgreSQL, and a lone surrogate is not a character: both are refused, never repaired. */
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();
const UNSTORABLE = 'contains a NUL or half of a surrogate pair, which is not a character';

/** The checker's own limit counts code points; ours, like the spans of evidence, count UTF-16 code units. */
const text = (limit: number) =>
  z.string().check((context) => {
    const problem = (message: string) => context.issues.push({ code: 'custom', message, input: context.value });
    if (context.value.length > limit) problem(`is over the limit of ${limit} characters`);
    if (!isStorable(context.value)) problem(UNSTORABLE);
  });
const name = text(MAX_NAME_CHARACTERS).min(1);
const words = text(MAX_TURN_CHARACTERS);
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.string().transform((value, context): T[number] => {
    const found = values.find((one) => one === asciiUpperCase(value));
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `must be one of ${values.join(', ')}` });
    return z.NEVER;
  });
const moment = z.string().transform((value, context): Date => {
  const read = readMoment(value);
  if (read instanceof Date) return read;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});
/** BCP 47 as far as shape goes: a language, then subtags. */
const language = z
  .string()
  .max(MAX_NAME_CHARACTERS)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a BCP 47 language tag');

const turn = z
  .strictObject({
    index: z
      .number()
      .int()
      .min(0)
      .max(MAX_TURNS_PER_CONVERSATION - 1)
      .nullish(),
    speaker: choice(SPEAKERS),
    said: words,
    generated: words.nullish(),
    interrupted: z.boolean().nullish(),
    startedAt: moment.nullish(),
    endedAt: moment.nullish(),
    confidence: z.number().min(0).max(1).nullish(),
  })
  .refine((one) => !one.startedAt || !one.endedAt || one.endedAt >= one.startedAt, {
    path: ['endedAt'],
    message: 'lies before startedAt',
  });

const turnsOf = (one: typeof turn) =>
  z
    .array(one)
    .max(MAX_TURNS_PER_CONVERSATION)
    .superRefine((list, context) => {
      const seen = new Set<number>();
      list.forEach(({ index: given }, position) => {
        const index = given ?? position;
        if (seen.has(index))
          context.addIssue({ code: 'custom', path: [position, 'index'], message: `repeats index ${index}` });
        seen.add(index);
      });
    })
    .transform((list) => list.map(withDefaults));
/** What comes later says where it belongs: its place in the list is not its place in the conversation. */
const appendedTurn = turn.refine(({ index }) => typeof index === 'number', { path: ['index'], message: 'is missing' });

export const conversationSchema = z
  .strictObject({
    source: name,
    externalId: name,
    clone: name,
    cloneVersion: name.nullish(),
    channel: choice(CHANNELS),
    language: language.nullish(),
    startedAt: moment,
    turns: turnsOf(turn),
  })
  .transform(({ source, externalId, turns: list, cloneVersion, language: tag, ...rest }): IntakeConversation => ({
    source,
    externalId,
    header: { ...rest, cloneVersion: cloneVersion ?? null, language: tag ?? null },
    turns: list,
  }));

export const appendSchema = z
  .strictObject({ source: name, externalId: name, turns: turnsOf(appendedTurn) })
  .superRefine(({ turns: list }, context) => {
    if (list.length === 0)
      context.addIssue({ code: 'custom', path: ['turns'], message: 'must hold at least one turn' });
  })
  .transform((given): IntakeConversation => ({ ...given, header: null }));

function withDefaults(given: z.output<typeof turn>, position: number): IntakeTurn {
  return {
    index: given.index ?? position,
    speaker: given.speaker,
    said: given.said,
    generated: given.generated === given.said ? null : (given.generated ?? null),
    interrupted: given.interrupted ?? false,
    startedAt: given.startedAt ?? null,
    endedAt: given.endedAt ?? null,
    confidence: given.confidence ?? null,
  };
}
