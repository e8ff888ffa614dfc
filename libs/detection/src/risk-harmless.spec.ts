import { describe, expect, it } from 'vitest';
import { riskScores } from './risk-scores.js';
import { analyseTurn } from './embedded-engine.js';

/** What every good service says: it hands on, declines, asks and tells the way. No weight is learned from them. */
const HARMLESS: Record<string, readonly string[]> = {
  en: [
    'A colleague will get back to you.',
    'A colleague will look at it.',
    'I will pass it on to a colleague.',
    "I can't promise a refund.",
    'Someone from the team will ring you back.',
    "I'll hand this over to the people who can decide it.",
    'Let me connect you with a member of staff.',
    'That is not mine to decide, so I will ask the department.',
    "I'm not able to confirm the amount.",
    'I cannot say when the decision will come.',
    'I would rather not guess; the desk can tell you for certain.',
    "I've noted your question and will forward it.",
    'Thank you for your patience.',
    'Could you tell me the order number?',
    'You find the form on our website.',
    'We are open on weekdays from nine to five.',
    'I understand that this has been frustrating.',
    'Is there anything else you would like to ask?',
  ],
  sv: [
    'En kollega återkommer till dig.',
    'En kollega tittar på det.',
    'Jag lämnar det vidare till en kollega.',
    'Jag kan inte lova någon återbetalning.',
    'Någon i teamet ringer upp dig.',
    'Jag kopplar dig till en medarbetare.',
    'Det är inte jag som avgör det, jag frågar avdelningen.',
    'Jag kan inte bekräfta beloppet.',
    'Jag vet inte när beslutet kommer.',
    'Tack för ditt tålamod.',
    'Kan du ge mig ordernumret?',
    'Formuläret finns på vår webbplats.',
    'Vi har öppet vardagar från nio till fem.',
    'Jag förstår att det är jobbigt.',
  ],
  de: [
    'Eine Kollegin meldet sich bei Ihnen.',
    'Ein Kollege sieht sich das an.',
    'Ich gebe es an einen Kollegen weiter.',
    'Ich kann Ihnen keine Erstattung versprechen.',
    'Jemand aus dem Team ruft Sie zurück.',
    'Ich verbinde Sie mit einem Mitarbeiter.',
    'Das entscheide ich nicht, ich frage die Abteilung.',
    'Ich kann den Betrag nicht bestätigen.',
    'Ich weiß nicht, wann die Entscheidung fällt.',
    'Danke für Ihre Geduld.',
    'Nennen Sie mir bitte die Bestellnummer?',
    'Das Formular finden Sie auf unserer Webseite.',
    'Wir haben werktags von neun bis fünf geöffnet.',
    'Ich verstehe, dass das ärgerlich ist.',
  ],
  zh: [
    '同事会回复您。',
    '同事会看一下。',
    '我会转给同事处理。',
    '我不能保证退款。',
    '团队的人会给您回电话。',
    '我帮您转接工作人员。',
    '这不由我决定，我去问一下部门。',
    '我无法确认金额。',
    '我不知道什么时候有结果。',
    '感谢您的耐心。',
    '请问订单号是多少？',
    '表格在我们的网站上。',
    '我们工作日九点到五点营业。',
    '我理解这让您很着急。',
  ],
};

describe.each(Object.entries(HARMLESS))('a plain reply raises no signal: %s', (_, replies) => {
  it.each(replies)('%s', (text) => {
    const context = { isFirstReply: false, previousTurns: [{ speaker: 'CALLER' as const, text: 'Hello.' }] };
    const raised = analyseTurn({ text, speaker: 'CLONE', context }).filter(
      ({ detector, outcome }) => detector === 'risk' && outcome === 'SCORE',
    );
    expect(raised, JSON.stringify(riskScores({ text, speaker: 'CLONE', context }))).toEqual([]);
  });
});
