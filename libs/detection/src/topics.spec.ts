import { describe, expect, it } from 'vitest';
import { analyseTurn } from './embedded-engine.js';
import type { TopicId } from './topics/taxonomy.js';

function topicsOf(text: string): string[] {
  return analyseTurn({ text, speaker: 'CALLER', context: { isFirstReply: false, previousTurns: [] } })
    .filter(({ detector }) => detector === 'topics')
    .map(({ code }) => code);
}

const EXAMPLES: [TopicId, string[]][] = [
  [
    'late-fees',
    ['I got a late fee.', 'Jag fick en förseningsavgift.', 'Ich habe eine Mahngebühr bekommen.', '为什么收我滞纳金？'],
  ],
  ['app-outage', ['The app is down again.', 'Appen kraschar hela tiden.', 'Die App ist abgestürzt.', 'APP打不开了']],
  ['instalment-plans', ['Can I pay in four?', 'Kan jag delbetala?', 'Geht das mit Ratenzahlung?', '可以分期吗？']],
  [
    'waiting-for-support',
    ['I was on hold for an hour.', 'Kundtjänsten svarar inte.', 'Ich hänge in der Warteschleife.', '客服没人接'],
  ],
  [
    'refund-speed',
    ['Where is my refund?', 'När kommer återbetalningen?', 'Wo bleibt die Rückerstattung?', '退款怎么还没到？'],
  ],
  ['cashback', ['My cashback is missing.', 'Var är min cashback?', 'Mein Cashback fehlt.', '返现没到']],
  [
    'credit-file',
    ['Does this hurt my credit score?', 'Får jag en betalningsanmärkning?', 'Kommt das in die Schufa?', '会上征信吗？'],
  ],
  [
    'card-limits',
    ['Please raise my credit limit.', 'Höj min kreditgräns.', 'Mein Kreditlimit ist zu niedrig.', '怎么提额？'],
  ],
  ['talking-to-a-clone', ['Am I talking to a bot?', 'Är du en robot?', 'Sind Sie ein Roboter?', '你是机器人吗？']],
  [
    'two-factor-codes',
    [
      'The verification code never arrives.',
      'Engångskoden kommer inte.',
      'Der Bestätigungscode fehlt.',
      '收不到验证码',
    ],
  ],
  [
    'outage-compensation',
    ['I want compensation.', 'Jag vill ha ersättning.', 'Ich verlange Entschädigung.', '你们要赔偿'],
  ],
  [
    'privacy',
    ['Who can see my data?', 'Delar ni mina personuppgifter?', 'Was ist mit dem Datenschutz?', '我的隐私呢？'],
  ],
  ['fees-and-pricing', ['Your prices are too high.', 'Vad kostar det?', 'Was kostet das?', '手续费多少？']],
  ['delivery', ['My parcel never came.', 'Mitt paket är borta.', 'Wo ist mein Paket?', '快递还没到']],
  ['merchant-payouts', ['My payout is late.', 'Min utbetalning saknas.', 'Meine Auszahlung fehlt.', '货款没到账']],
  ['investor-news', ['Will the dividend rise?', 'Blir det utdelning?', 'Gibt es eine Dividende?', '今年有分红吗？']],
  [
    'app-usability',
    ['I love the dark mode.', 'Appen är så krånglig.', 'Die App ist sehr übersichtlich.', '界面不好用'],
  ],
  [
    'identity-check',
    [
      'Why must I verify my identity?',
      'Varför måste jag legitimera mig?',
      'Mein Ausweis wird nicht erkannt.',
      '身份验证失败',
    ],
  ],
  [
    'complaints',
    ['I want to make a complaint.', 'Jag vill göra ett klagomål.', 'Ich möchte mich beschweren.', '我要投诉'],
  ],
];

describe.each(EXAMPLES)('topic %s', (topic, texts) => {
  it.each(texts)('is found in: %s', (text) => {
    expect(topicsOf(text)).toContain(topic);
  });
});

describe('topics', () => {
  it('several may match one turn', () => {
    expect(topicsOf('The app is down and my refund is late.')).toEqual(
      expect.arrayContaining(['app-outage', 'refund-speed']),
    );
  });

  it('small talk has no topic', () => {
    expect(topicsOf('Hello, how are you today?')).toEqual([]);
  });
});
