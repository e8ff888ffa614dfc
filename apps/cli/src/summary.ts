import { styleText } from 'node:util';
import { RISK_CODES, TOPICS } from '#detection';
import type { Overview } from '#insights';
import { type Severity, SEVERITIES } from '#moderation';
import { number, plural } from './progress.js';

const TOP_TOPICS = 8;
const BAR_WIDTH = 24;
const SENTIMENT_ORDER = ['VERY_NEGATIVE', 'NEGATIVE', 'MIXED', 'NEUTRAL', 'POSITIVE', 'VERY_POSITIVE', 'UNKNOWN'];

/** What an organisation's conversations come to, for a terminal of 80 columns. */
export function summaryText(name: string, overview: Overview): string {
  const lines = [
    heading(`${name}: ${plural(overview.conversations, 'conversation')}, ${plural(overview.turns, 'turn')}`),
    overview.firstAt === null || overview.lastAt === null
      ? ''
      : `  ${day(overview.firstAt)} to ${day(overview.lastAt)}, ${plural(overview.replies, 'reply', 'replies')} by clones`,
    '',
    heading('How callers feel (turns)'),
    ...sentimentLines(overview),
    '',
    heading('What they talk about (turns, mean sentiment from −1 to +1)'),
    ...topicLines(overview),
    '',
    heading(`Flags on ${plural(overview.flaggedReplies, 'reply', 'replies')}`),
    ...flagLines(overview),
    '',
    heading('Who answers for the replies'),
    ...accountabilityLines(overview),
  ];
  if (overview.quarantined > 0)
    lines.push('', `  ${plural(overview.quarantined, 'input')} refused and kept in quarantine.`);
  return `${lines.join('\n')}\n`;
}

function sentimentLines({ sentiments }: Overview): string[] {
  const byKey = new Map(sentiments.map(({ key, turns }) => [key, turns]));
  const total = sentiments.reduce((sum, { turns }) => sum + turns, 0);
  return SENTIMENT_ORDER.filter((key) => byKey.has(key)).map((key) => {
    const turns = byKey.get(key) ?? 0;
    return `  ${words(key).padEnd(16)}${number(turns).padStart(6)}  ${percent(turns, total).padStart(5)}  ${bar(turns, total)}`;
  });
}

function topicLines({ topics }: Overview): string[] {
  const titles: Record<string, string> = TOPICS;
  return topics
    .filter(({ key }) => key in titles)
    .slice(0, TOP_TOPICS)
    .map(
      ({ key, turns, meanSentiment }) =>
        `  ${(titles[key] ?? key).padEnd(28)}${number(turns).padStart(6)}  ${signed(meanSentiment)}`,
    );
}

function flagLines({ flags }: Overview): string[] {
  if (flags.length === 0) return ['  none'];
  return flags.map(({ code, severity, flags: count }) => {
    const { name } = RISK_CODES[code as keyof typeof RISK_CODES]; // flags are raised for these codes only
    const level = SEVERITIES[severity as Severity].toLowerCase(); // the database allows 1 to 4
    return `  ${level.padEnd(10)}${code.padEnd(4)}${words(name).padEnd(30)}${number(count).padStart(6)}`;
  });
}

function accountabilityLines({ accountability, replies }: Overview): string[] {
  const count = (outcome: string) => accountability.find((row) => row.outcome === outcome)?.replies ?? 0;
  const line = (label: string, turns: number) =>
    `  ${label.padEnd(34)}${number(turns).padStart(6)}  ${percent(turns, replies).padStart(5)}`;
  return [
    line('an accountable person', count('ACCOUNTABLE')),
    line('nobody (gap)', count('GAP')),
    ...(count('CONFLICT') > 0 ? [line('more than one (conflict)', count('CONFLICT'))] : []),
  ];
}

function heading(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

function words(key: string): string {
  return key.toLowerCase().replaceAll('_', ' ');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.round((part / whole) * 100)} %`;
}

function signed(value: number | null): string {
  if (value === null) return 'unknown';
  const text = Math.abs(value).toFixed(2);
  return text === '0.00' ? ' 0.00' : `${value < 0 ? '−' : '+'}${text}`;
}

function bar(part: number, whole: number): string {
  return '█'.repeat(whole === 0 ? 0 : Math.round((part / whole) * BAR_WIDTH));
}

function day(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
