import { CONTEXT_TURNS, type Span, type TopicExamples, type TurnText } from '#detection';
import { z } from 'zod';
import { isCloneReply, readCloneReply } from './clone-reply.js';
import { parseLine, problemIn, type Line } from './lines.js';
import { priorTurns, priorTurnsOf } from './prior-turns.js';

export const FEELINGS = ['negative', 'neutral', 'positive'] as const;
export type Feeling = (typeof FEELINGS)[number];

const feelingLine = z.object({ text: z.string(), label: z.enum(FEELINGS) });
const topicLine = z.object({ text: z.string(), topics: z.array(z.string()) });
const examplesLine = z.object({ topic: z.string().min(1), examples: z.array(z.string()) });
const hazardLine = z.object({
  text: z.string().optional(),
  reply: z.string().optional(),
  prior: priorTurns,
  risky: z.boolean(),
});
const offset = z.int().min(0);
const personalLine = z.object({
  text: z.string(),
  spans: z.array(z.object({ start: offset, end: offset, type: z.string() })),
});
const languageLine = z.object({ text: z.string(), language: z.string().min(2) });

const ALONE: TurnText['context'] = { isFirstReply: false, previousTurns: [] };
const callerTurn = (text: string): TurnText => ({ text, speaker: 'CALLER', context: ALONE });

export interface FeelingExample {
  turn: TurnText;
  feeling: Feeling;
  group: string;
  locale?: string | undefined;
}

/** Nothing for a clone's reply without a caller's turn, or whose caller is of two minds: that is none of three classes. */
export function readFeeling(line: Line): FeelingExample | null {
  if (!isCloneReply(line)) {
    const { text, label } = parseLine(line, feelingLine);
    return { turn: callerTurn(text), feeling: label, group: String(line.number) };
  }
  const { caller, group, locale } = readCloneReply(line);
  if (caller?.feeling === undefined || caller.feeling === 'mixed') return null;
  const feeling = caller.feeling.replace('very_', '') as Feeling; // of five levels two are very
  return { turn: caller.turn, feeling, group, locale };
}

export interface TopicExample {
  text: string;
  /** None for what is out of scope. */
  topics: ReadonlySet<string>;
}

export function readTopics(line: Line): TopicExample {
  const { text, topics } = parseLine(line, topicLine);
  return { text, topics: new Set(topics) };
}

export function isExamples({ value }: Line): boolean {
  return 'examples' in value;
}

export function readExamples(line: Line): TopicExamples {
  return parseLine(line, examplesLine);
}

export interface HazardExample {
  turn: TurnText;
  risky: boolean;
  group: string;
}

/** Lines of the hazard format, replies of clones, and texts with topics, which people wrote who meant no harm. */
export function readHazards(line: Line): HazardExample[] {
  const said = (text: string, previousTurns: TurnText['context']['previousTurns'] = []): TurnText => ({
    text,
    speaker: 'CLONE',
    context: { isFirstReply: false, previousTurns },
  });
  const group = String(line.number);
  if (isCloneReply(line)) {
    const reply = readCloneReply(line);
    return [{ turn: reply.turn, risky: reply.codes.size > 0, group: reply.group }];
  }
  if (isExamples(line)) return readExamples(line).examples.map((text) => ({ turn: said(text), risky: false, group }));
  if ('topics' in line.value) return [{ turn: said(readTopics(line).text), risky: false, group }];
  const { text, reply, prior, risky } = parseLine(line, hazardLine);
  const words = reply ?? text;
  if (words === undefined) throw problemIn(line, 'text', 'is missing, and so is reply');
  return [{ turn: said(words, priorTurnsOf(prior).slice(-CONTEXT_TURNS)), risky, group }];
}

export interface PersonalExample {
  text: string;
  /** Marked personal data, in UTF-16 offsets. */
  spans: readonly (Span & { type: string })[];
}

/** The file counts code points, as Python does; the product counts UTF-16 units, as JavaScript does. */
export function readPersonal(line: Line): PersonalExample {
  const { text, spans } = parseLine(line, personalLine);
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return {
    text,
    spans: spans.map(({ start, end, type }, at) => {
      const [first, last] = [offsets[start], offsets[end]];
      if (first === undefined || last === undefined || first >= last) {
        throw problemIn(line, `spans.${at}`, 'is no part of the text');
      }
      return { start: first, end: last, type };
    }),
  };
}

export interface LanguageExample {
  turn: TurnText;
  /** The primary language of BCP 47: en, sv. */
  language: string;
}

/** `{text, language}`, or a clone's reply, whose language is that of its locale. */
export function readLanguage(line: Line): LanguageExample {
  if (!isCloneReply(line)) {
    const { text, language } = parseLine(line, languageLine);
    return { turn: callerTurn(text), language: primary(language) };
  }
  const { turn, locale } = readCloneReply(line);
  if (locale === undefined) throw problemIn(line, 'locale', 'is missing');
  // What the source declared would be the answer.
  return { turn: { ...turn, context: ALONE }, language: primary(locale) };
}

/** The two written forms of Norwegian are one language here, as they are to our detectors. */
export function primary(tag: string): string {
  const language = tag.split('-')[0]!.toLowerCase(); // splitting gives one part at least
  return language === 'nb' || language === 'nn' ? 'no' : language;
}
