import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTEXT_TURNS, type Speaker, type TurnText } from '#detection';
import { projectRoot } from '#platform';
import { CLONE, CLONE_VERSION } from './organisation.js';

export interface SentTurn {
  speaker: Speaker;
  said: string;
  startedAt?: string;
  endedAt?: string;
  confidence?: number;
}

export interface SentConversation {
  source: string;
  externalId: string;
  clone: string;
  cloneVersion?: string;
  channel: string;
  language?: string;
  startedAt: string;
  turns: SentTurn[];
}

/** The bundled conversations: four languages, five kinds of feelings, risky and harmless replies. */
export function sampleConversations(): SentConversation[] {
  const lines = readFileSync(join(projectRoot(), 'data/sample/nordpay.ndjson'), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as SentConversation);
}

/** The sample again and again under new identities, one every ten minutes up to `START`, all with the bench's clone. */
export function* repeatedSample(count: number): Generator<SentConversation> {
  const sample = sampleConversations();
  for (let number = 0; number < count; number += 1) {
    const { channel, language, turns } = sample[number % sample.length]!; // the sample is not empty
    yield {
      ...described(`sample-${number}`, number),
      channel,
      ...(language === undefined ? {} : { language }),
      turns: turns.map(({ speaker, said }) => ({ speaker, said })),
    };
  }
}

/** What a detector is given for each turn of a conversation. */
export function turnTexts({ turns, language }: SentConversation): TurnText[] {
  const firstReply = turns.findIndex(({ speaker }) => speaker === 'CLONE');
  return turns.map(({ speaker, said }, at) => ({
    text: said,
    speaker,
    context: {
      isFirstReply: at === firstReply,
      previousTurns: turns
        .slice(Math.max(0, at - CONTEXT_TURNS), at)
        .map((turn) => ({ speaker: turn.speaker, text: turn.said })),
      ...(language === undefined ? {} : { declaredLanguage: language }),
    },
  }));
}

const START = Date.parse('2026-06-01T08:00:00Z');
const TEN_MINUTES = 600_000;
const CHANNELS = ['PHONE', 'CHAT', 'EMAIL'] as const;

/** Makes conversations of a given shape out of the English prose of the sample: each text is another stretch of it. */
export class ConversationMaker {
  private readonly prose = proseOf(sampleConversations());
  private made = 0;

  constructor(private readonly shape: { turns: number; characters: number; times: boolean }) {}

  next(): SentConversation {
    const number = this.made;
    this.made += 1;
    const conversation = described(`made-${number}`, number);
    const began = Date.parse(conversation.startedAt);
    const turns = Array.from({ length: this.shape.turns }, (_, index) => this.turn(number, index, began));
    return { ...conversation, cloneVersion: CLONE_VERSION, language: 'en', turns };
  }

  private turn(number: number, index: number, began: number): SentTurn {
    const speaker = index % 2 === 0 ? 'CALLER' : 'CLONE';
    const said = this.text(speaker, number * this.shape.turns + index);
    if (!this.shape.times) return { speaker, said };
    const startedAt = new Date(began + index * 20_000).toISOString();
    const endedAt = new Date(began + index * 20_000 + 15_000).toISOString();
    return { speaker, said, startedAt, endedAt, ...(speaker === 'CALLER' ? { confidence: 0.97 } : {}) };
  }

  private text(speaker: 'CALLER' | 'CLONE', number: number): string {
    const prose = this.prose[speaker];
    const from = (number * 7919) % (prose.length - this.shape.characters); // a prime, so that the stretches wander
    return prose.slice(from, from + this.shape.characters);
  }
}

function described(externalId: string, number: number): Omit<SentConversation, 'turns'> {
  return {
    source: 'bench',
    externalId,
    clone: CLONE,
    channel: CHANNELS[number % CHANNELS.length]!, // the remainder is in range
    startedAt: new Date(START - number * TEN_MINUTES).toISOString(),
  };
}

function proseOf(sample: readonly SentConversation[]): Record<'CALLER' | 'CLONE', string> {
  const turns = sample
    .filter(({ language }) => language?.startsWith('en'))
    .flatMap((conversation) => conversation.turns);
  const said = (wanted: Speaker) =>
    turns
      .filter(({ speaker }) => speaker === wanted)
      .map((turn) => turn.said)
      .join(' ')
      .replaceAll(/[\u{10000}-\u{10FFFF}]/gu, ''); // so that a stretch never cuts a character in two
  return { CALLER: said('CALLER'), CLONE: said('CLONE') };
}
