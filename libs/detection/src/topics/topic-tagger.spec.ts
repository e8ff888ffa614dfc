import { describe, expect, it } from 'vitest';
import { topicTagger } from './topic-tagger.js';

const TOPICS = [
  {
    topic: 'lost-card',
    examples: [
      'I lost my card',
      'my card is gone, I lost it yesterday',
      'somebody stole my bank card',
      'card lost on the train, please block the card',
    ],
  },
  {
    topic: 'opening-hours',
    examples: [
      'when do you open',
      'what are your opening hours',
      'are you open on Sunday',
      'until when are you open today',
    ],
  },
  { topic: 'rückzahlung', examples: ['wo bleibt meine Rückzahlung', 'wann kommt die Rückzahlung an'] },
];

describe('a topic tagger', () => {
  const tagger = topicTagger(TOPICS);

  it.each([
    ['help, I have lost my bank card', 'lost-card'],
    ['at what hour do you open on Monday?', 'opening-hours'],
    ['Ist die Rückzahlung schon da?', 'rückzahlung'],
  ])('tells from a handful of examples: %s', (text, topic) => {
    expect(tagger.tag(text)[0]?.topic).toBe(topic);
  });

  it.each(['zebras jump quickly', 'qqq zzz', '', '😀'])('has no tag for what is about none of them: %s', (text) => {
    expect(tagger.tag(text)).toEqual([]);
  });

  it('is as sure as 0 to 1 says, and the surest comes first', () => {
    const tags = tagger.tag('my card is lost, are you open');
    const confidences = tags.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
    expect(confidences.every((each) => each > 0 && each <= 1)).toBe(true);
  });

  it('knows a text that is one of its examples', () => {
    for (const { topic, examples } of TOPICS)
      for (const text of examples) expect(tagger.tag(text)[0]?.topic).toBe(topic);
  });

  it('gives a closed set its nearest topic', () => {
    const text = 'the card game was on Sunday';
    expect(topicTagger(TOPICS, { closed: true }).tag(text)).not.toEqual([]);
  });

  it('learns the same from the same, and nothing from nothing', () => {
    expect(topicTagger(TOPICS).tag('I lost it')).toEqual(tagger.tag('I lost it'));
    expect(topicTagger([]).tag('anything')).toEqual([]);
    expect(topicTagger([{ topic: 'empty', examples: [] }]).tag('anything')).toEqual([]);
  });
});
