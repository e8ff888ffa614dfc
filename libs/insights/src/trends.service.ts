import { Injectable } from '@nestjs/common';
import { type Actor, clonesOf, requireAccess } from '#accounts';
import type { Channel } from '#accountability';
import { Database } from '#database';
import { Refused } from '#platform';
import { insightLimits } from './limits.js';
import { sumByDay, type TrendRow } from './trends.queries.js';

export interface TrendQuery {
  fromDay: string;
  toDay: string;
  /** IANA name. */
  timeZone: string;
  cloneId: string | null;
  channel: Channel | null;
}

interface TrendCell {
  key: string;
  turns: number;
  /** Mean sentiment, -1 to 1, of the turns whose sentiment is known; null when there are none. */
  meanSentiment: number | null;
}

export interface TrendDay {
  day: string;
  callerTurns: number;
  meanSentiment: number | null;
  sentiments: TrendCell[];
  topics: TrendCell[];
}

/** PostgreSQL has no year 0. */
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;
/** A region, or UTC: PostgreSQL reads `+05:30` with the opposite sign, and CET or IST as abbreviations of its own. */
const ZONE_NAME = /^(UTC|[^/]+\/.+)$/i;
const DAY_MILLISECONDS = 86_400_000;

@Injectable()
export class TrendsService {
  constructor(private readonly database: Database) {}

  /** Sentiment and topics of caller turns, one entry for every day of the range: a day without turns says so. */
  async byDay(actor: Actor, query: TrendQuery): Promise<TrendDay[]> {
    requireAccess(actor, 'trend.read');
    const days = daysOf(query);
    const rows = await this.database.read(actor.organisationId, (tx) =>
      sumByDay(tx, { ...query, visibleClones: clonesOf(actor) }),
    );
    const byDay = Map.groupBy(rows, ({ day }) => day);
    return days.map((day) => summarise(day, byDay.get(day) ?? []));
  }
}

/** @throws Refused `BAD_INPUT` naming what is wrong with the range. */
function daysOf({ fromDay, toDay, timeZone }: TrendQuery): string[] {
  if (!isDay(fromDay)) throw new Refused('BAD_INPUT', 'from must be a day, YYYY-MM-DD.');
  if (!isDay(toDay)) throw new Refused('BAD_INPUT', 'to must be a day, YYYY-MM-DD.');
  if (!isTimeZone(timeZone)) throw new Refused('BAD_INPUT', 'timeZone must be an IANA name, such as Europe/Stockholm.');
  const count = (Date.parse(toDay) - Date.parse(fromDay)) / DAY_MILLISECONDS + 1;
  if (count < 1) throw new Refused('BAD_INPUT', 'to must not be before from.');
  if (count > insightLimits.maxTrendDays) {
    throw new Refused('BAD_INPUT', `The range is ${count} days long; ${insightLimits.maxTrendDays} is the limit.`);
  }
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(fromDay) + at * DAY_MILLISECONDS).toISOString().slice(0, 10),
  );
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  if (!ZONE_NAME.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function summarise(day: string, rows: readonly TrendRow[]): TrendDay {
  const sentiments = rows.filter(({ measure }) => measure === 'sentiment');
  const total = (field: 'turns' | 'scored' | 'scoreSum') => sentiments.reduce((sum, row) => sum + row[field], 0);
  return {
    day,
    callerTurns: total('turns'),
    meanSentiment: total('scored') === 0 ? null : total('scoreSum') / total('scored'),
    sentiments: sentiments.map(toCell),
    topics: rows.filter(({ measure }) => measure === 'topic').map(toCell),
  };
}

function toCell({ key, turns, scoreSum, scored }: TrendRow): TrendCell {
  return { key, turns, meanSentiment: scored === 0 ? null : scoreSum / scored };
}
