import { createRequire } from 'node:module';
import Sentiment from 'sentiment';
import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { System } from '../measure.js';
import type { FeelingExample } from '../read/formats.js';
import type { ToldFeeling } from '../tasks/sentiment.js';

/** From this compound score on VADER calls a text positive, from its negative on negative, as its authors advise. */
const VADER_LEANS = 0.05;

const versionOf = (name: string): string =>
  (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version; // every package has one

/** Three open libraries, English all of them. */
export function feelingBaselines(): System<FeelingExample, ToldFeeling>[] {
  const afinn = new Sentiment();
  const wink = winkNLP(model, ['sbd', 'negation', 'sentiment']);
  return [
    baseline('vader-sentiment', VADER_LEANS, (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound),
    baseline('sentiment', 0, (text) => afinn.analyze(text).comparative),
    // The library knows its function by identity, and the function uses no this.
    // eslint-disable-next-line @typescript-eslint/unbound-method
    baseline('wink-nlp', 0, (text) => Number(wink.readDoc(text).out(wink.its.sentiment))),
  ];
}

function baseline(name: string, leans: number, score: (text: string) => number): System<FeelingExample, ToldFeeling> {
  const answer = ({ turn }: FeelingExample): ToldFeeling => {
    const felt = score(turn.text);
    if (leans === 0) return { told: felt > 0 ? 'positive' : felt < 0 ? 'negative' : 'neutral', score: felt };
    return { told: felt >= leans ? 'positive' : felt <= -leans ? 'negative' : 'neutral', score: felt };
  };
  return {
    name,
    version: versionOf(name),
    answerAll: async (examples, tell) =>
      examples.map((example, at) => {
        tell(at);
        return answer(example);
      }),
    timed: answer,
  };
}
