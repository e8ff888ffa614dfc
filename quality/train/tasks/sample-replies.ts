import { CONTEXT_TURNS, type RiskCode, type Speaker, type TurnText } from '#detection';
import { readLines } from '../labelled-files.js';

/** From the root of the repository, where npm runs scripts. */
const SAMPLE = 'data/sample';
/** As the product says it of the sample's clones. */
const CLONE = 'AI clone of Alex Lindqvist, CEO of Nordpay';

export interface SampleReply {
  turn: TurnText;
  codes: ReadonlySet<RiskCode>;
  conversation: string;
}

/** Every reply of the sample with its risks, most have none, in the context that the product gives. */
export function sampleReplies(): SampleReply[] {
  type Conversation = { externalId: string; language: string; turns: { speaker: Speaker; said: string }[] };
  type Label = { conversation: string; turn: number; risks?: { code: RiskCode }[] };
  const risks = new Map(
    readLines<Label>(SAMPLE, 'labels.ndjson').map(({ conversation, turn, risks: of = [] }) => [
      `${conversation} ${turn}`,
      new Set(of.map(({ code }) => code)),
    ]),
  );
  return readLines<Conversation>(SAMPLE, 'nordpay.ndjson').flatMap(({ externalId, language, turns }) => {
    const first = turns.findIndex(({ speaker }) => speaker === 'CLONE');
    return turns.flatMap(({ speaker, said }, at): SampleReply[] => {
      if (speaker !== 'CLONE') return [];
      const before = turns.slice(Math.max(0, at - CONTEXT_TURNS), at);
      const context = {
        isFirstReply: at === first,
        previousTurns: before.map((turn) => ({ speaker: turn.speaker, text: turn.said })),
        declaredLanguage: language,
        reply: { clone: CLONE },
      };
      const codes = risks.get(`${externalId} ${at}`) ?? new Set<RiskCode>();
      return [{ turn: { text: said, speaker, context }, codes, conversation: externalId }];
    });
  });
}
