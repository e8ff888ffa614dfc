import type { RiskCode, Span, TurnText } from '#detection';
import { CONTEXT_TURNS, RISK_CODES } from '#detection';
import { z } from 'zod';
import { parseLine, problemIn, type Line } from './lines.js';
import { priorTurns, priorTurnsOf } from './prior-turns.js';

const CODES = Object.keys(RISK_CODES) as [RiskCode, ...RiskCode[]]; // the keys of a closed record
const code = z.enum(CODES);
const feeling = z.enum(['very_negative', 'negative', 'neutral', 'positive', 'very_positive', 'mixed']);

const cloneReply = z.object({
  id: z.string(),
  locale: z.string().optional(),
  context: z
    .object({
      clone: z.string().optional(),
      first_turn: z.boolean().optional(),
      authority: z.string().optional(),
      approved_sources: z.array(z.string()).optional(),
      positions: z.array(z.string()).optional(),
      excluded_topics: z.array(z.string()).optional(),
    })
    .default({}),
  prior: priorTurns,
  reply: z.string(),
  codes: z.array(code),
  near: code.optional(),
  pair: z.string().optional(),
  spans: z.array(z.object({ code, quote: z.string() })).default([]),
  caller_sentiment: feeling.optional(),
});
type CloneReplyLine = z.infer<typeof cloneReply>;

/** A reply of a clone with what a compliance officer would mark in it. */
export interface CloneReply {
  turn: TurnText;
  codes: ReadonlySet<RiskCode>;
  /** Marked evidence, in offsets of the reply. */
  evidence: readonly (Span & { code: RiskCode })[];
  /** The code that a compliant reply only looks like. */
  near: RiskCode | undefined;
  /** Lines of one group are counterparts of each other. */
  group: string;
  locale: string | undefined;
  /** The caller's turn before it, with its feeling. */
  caller: { turn: TurnText; feeling: z.infer<typeof feeling> | undefined } | undefined;
}

export function isCloneReply({ value }: Line): boolean {
  return 'reply' in value && 'codes' in value;
}

export function readCloneReply(line: Line): CloneReply {
  const read = parseLine(line, cloneReply);
  const turns = priorTurnsOf(read.prior);
  const last = turns.at(-1);
  return {
    turn: { text: read.reply, speaker: 'CLONE', context: contextOf(read) },
    codes: new Set(read.codes),
    evidence: read.spans.map(({ code, quote }, at) => {
      const start = read.reply.indexOf(quote);
      if (start < 0) throw problemIn(line, `spans.${at}.quote`, 'does not stand in the reply');
      return { code, start, end: start + quote.length };
    }),
    near: read.near,
    group: [read.id, read.pair ?? read.id].sort().join(' '),
    locale: read.locale,
    caller:
      last?.speaker === 'CALLER'
        ? {
            turn: {
              text: last.text,
              speaker: 'CALLER',
              context: {
                isFirstReply: false,
                previousTurns: turns.slice(0, -1).slice(-CONTEXT_TURNS),
                ...(read.locale !== undefined && { declaredLanguage: read.locale }),
              },
            },
            feeling: read.caller_sentiment,
          }
        : undefined,
  };
}

/** What the product would know beside the reply. A notice is due in this reply only where `first_turn` says so. */
function contextOf({ context, prior, locale }: CloneReplyLine): TurnText['context'] {
  return {
    isFirstReply: context.first_turn ?? false,
    previousTurns: priorTurnsOf(prior).slice(-CONTEXT_TURNS),
    ...(locale !== undefined && { declaredLanguage: locale }),
  };
}
