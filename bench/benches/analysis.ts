import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import { analyseTurn, type TurnText } from '#detection';
import { type Bench, type Measure, result } from '../bench.js';
import { ConversationMaker, sampleConversations, turnTexts } from '../conversations.js';
import { alternate, seconds } from '../rounds.js';

/** Conversations made of longer texts, half of whose turns are replies. */
const LONG_CONVERSATIONS = 100;
const LONG_TURNS = 8;
const LONG_CHARACTERS = 350;
const PASSES = 3;
const ROUNDS = 9;
const WARM_UP = 3;
const LEAST_TURNS_A_SECOND = 5_000;

const analysis: Measure = {
  name: 'analysis',
  unit: 'turns/s',
  compares: `The embedded engine (language, sentiment, topics, risk) on one core over the bundled sample and replies of ${LONG_CHARACTERS} characters, against vader-sentiment (sentiment only) on the same texts.`,
  target: {
    text: `>= ${LEAST_TURNS_A_SECOND.toLocaleString('en')} turns/s and ratio >= 1`,
    reached: ({ value, ratio }) => value >= LEAST_TURNS_A_SECOND && ratio >= 1,
  },
};

export const analysisBench: Bench = {
  name: 'analysis',
  async run({ tell }) {
    const turns = mixedTurns();
    const rate = async (each: (turn: TurnText) => unknown) => {
      const took = await seconds(() => {
        for (let pass = 0; pass < PASSES; pass += 1) for (const turn of turns) each(turn);
      });
      return (turns.length * PASSES) / took;
    };
    tell(`${turns.length} turns`);
    const medians = await alternate(
      { rounds: ROUNDS, warmUp: WARM_UP, tell },
      {
        engine: () => rate(analyseTurn),
        vader: () => rate(({ text }) => SentimentIntensityAnalyzer.polarity_scores(text)),
      },
    );
    return [result(analysis, { value: medians.engine, baseline: medians.vader, n: ROUNDS })];
  },
};

/** Callers and clones of the sample, and longer replies made of its prose. */
function mixedTurns(): TurnText[] {
  const maker = new ConversationMaker({ turns: LONG_TURNS, characters: LONG_CHARACTERS, times: false });
  const replies = Array.from({ length: LONG_CONVERSATIONS }, () => turnTexts(maker.next())).flat();
  return [...sampleConversations().flatMap(turnTexts), ...replies.filter(({ speaker }) => speaker === 'CLONE')];
}
