import { describe, expect, it } from 'vitest';
import { conceptsOf } from './concepts.js';
import { stemOf } from './stems.js';
import { topicTagger } from './topic-tagger.js';

/** Five examples a topic, as somebody would write them in a minute. */
const TOPICS = [
  {
    topic: 'card-lost',
    examples: [
      'I lost my card',
      'my bank card was stolen',
      'jag har tappat bort mitt kort',
      'meine Karte ist weg',
      '我的银行卡丢了',
    ],
  },
  {
    topic: 'opening-hours',
    examples: [
      'when do you open',
      'what are your opening hours',
      'när öppnar ni på lördag',
      'wann habt ihr geöffnet',
      '你们几点开门',
    ],
  },
  {
    topic: 'delivery',
    examples: [
      'where is my parcel',
      'the delivery has not arrived',
      'var är mitt paket',
      'wo bleibt mein Paket',
      '我的包裹在哪里',
    ],
  },
  {
    topic: 'password',
    examples: [
      'I forgot my password',
      'how can I reset the password',
      'jag har glömt lösenordet',
      'ich habe mein Passwort vergessen',
      '我忘记密码了',
    ],
  },
];

describe('a topic tagger of five examples a topic', () => {
  const tagger = topicTagger(TOPICS);

  it.each([
    ['somebody stole my card', 'card-lost'],
    ['mitt kort är borta, jag tappade det', 'card-lost'],
    ['meine Karte ist gestern verschwunden, sie ist weg', 'card-lost'],
    ['银行卡丢了怎么办', 'card-lost'],
    ['till when are you opened on Friday', 'opening-hours'],
    ['när öppnar ni i morgon', 'opening-hours'],
    ['wann habt ihr morgen geöffnet', 'opening-hours'],
    ['明天几点开门', 'opening-hours'],
    ['my parcel has not arrived yet', 'delivery'],
    ['var är paketet', 'delivery'],
    ['wo ist mein Paket', 'delivery'],
    ['包裹在哪里了', 'delivery'],
    ['resetting passwords', 'password'],
    ['jag glömde mitt lösenord', 'password'],
    ['Passwort vergessen', 'password'],
    ['密码忘记了', 'password'],
  ])('knows them in other words: %s', (text, topic) => {
    expect(tagger.tag(text)[0]?.topic).toBe(topic);
  });

  it.each([
    'tell me a joke about penguins',
    'the weather was awful in Lisbon last week',
    'berätta en saga om en björn',
    'ein Rezept mit Kartoffeln und Quark',
    '今天天气怎么样',
  ])('leaves alone what is about something else: %s', (text) => {
    expect(tagger.tag(text)).toEqual([]);
  });

  it('always gives a closed set a topic, however far away, and says how unsure it is', () => {
    const [tag, ...others] = topicTagger(TOPICS, { closed: true }).tag('what a day, where to begin');
    expect(tag?.confidence).toBeLessThan(0.5);
    expect(others).toEqual([]);
  });

  it('tells topics of the same words apart', () => {
    const of = (topic: string, examples: string[]) => ({ topic, examples });
    const apart = topicTagger(
      [
        of('new-card', ['has the new card come', 'old account, new card']),
        of('old-card', ['has the old card come', 'new account, old card']),
      ],
      { closed: true },
    );
    expect(apart.tag('card is new')[0]?.topic).toBe('new-card');
    expect(apart.tag('card is old')[0]?.topic).toBe('old-card');
  });

  it('does not depend on what it was asked before', () => {
    const before = tagger.tag('I lost my card');
    tagger.tag('where is my parcel');
    expect(tagger.tag('I lost my card')).toEqual(before);
  });
});

describe('a stem', () => {
  it.each([
    [['cancel', 'cancels', 'cancelled', 'cancelling'], 'cancel'],
    [['delivery', 'deliveries'], 'delivery'],
    [['card', 'cards', "card's"], 'card'],
    [['close', 'closes', 'closed', 'closing'], 'clos'],
    [['address'], 'address'],
    [['öppnar'], 'öppnar'],
    [['卡'], '卡'],
  ])('is one for %s', (forms, stem) => {
    expect(forms.map(stemOf)).toEqual(forms.map(() => stem));
  });
});

describe('a concept', () => {
  it.each([
    [['buy', 'purchase', 'köpa', 'kaufen', '买']],
    [['card', 'kort', 'karte', '卡']],
    [['password', 'lösenord', 'passwort', '密码']],
  ])('is shared by %s', (words) => {
    const [first = [], ...others] = words.map((word) => conceptsOf(stemOf(word)));
    expect(first.filter((concept) => others.every((each) => each.includes(concept)))).not.toEqual([]);
  });

  it('lets examples in one language be understood in another', () => {
    const tagger = topicTagger(
      [
        { topic: 'purchase', examples: ['I want to purchase a parcel', 'how do I purchase this'] },
        { topic: 'insurance', examples: ['is my suitcase insured', 'what does the insurance cover'] },
      ],
      { closed: true },
    );
    expect(tagger.tag('jag vill köpa')[0]?.topic).toBe('purchase');
    expect(tagger.tag('Versicherung')[0]?.topic).toBe('insurance');
    expect(tagger.tag('保险')[0]?.topic).toBe('insurance');
  });
});
