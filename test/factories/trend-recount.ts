import type { World } from '../support/world.js';

/** A caller turn as the base tables hold it. */
interface CallerTurn {
  spokenAt: Date;
  clone: string;
  channel: string;
  score: number | null;
  label: string | null;
  topics: string[];
}

export interface RecountedDay {
  day: string;
  callerTurns: number;
  meanSentiment: number | null;
  sentiments: Record<string, number>;
  topics: Record<string, number>;
}

interface Question {
  from: string;
  to: string;
  timeZone: string;
  clone?: string;
  channel?: string;
}

/** Counts the days again from turns and signals, with the calendar of the JavaScript engine instead of the database's. */
export async function recount(world: World, organisationId: string, asked: Question): Promise<RecountedDay[]> {
  const { rows } = await world.owner.query<CallerTurn>(
    `SELECT t.spoken_at AS "spokenAt", h.handle AS clone, c.channel, s.score, s.label,
       ARRAY(SELECT code FROM signal p WHERE p.organisation_id = t.organisation_id AND p.conversation_id = t.conversation_id
             AND p.turn_index = t.turn_index AND p.detector = 'topics' AND p.outcome = 'SCORE') AS topics
     FROM turn t JOIN conversation c ON c.id = t.conversation_id JOIN clone h ON h.id = c.clone_id
     LEFT JOIN signal s ON s.conversation_id = t.conversation_id AND s.turn_index = t.turn_index
       AND s.detector = 'sentiment' AND s.outcome = 'SCORE'
     WHERE t.organisation_id = $1 AND t.speaker = 'CALLER'`,
    [organisationId],
  );
  const wanted = rows.filter(
    (turn) => turn.clone === (asked.clone ?? turn.clone) && turn.channel === (asked.channel ?? turn.channel),
  );
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: asked.timeZone, dateStyle: 'short' });
  const byDay = Map.groupBy(wanted, ({ spokenAt }) => calendar.format(spokenAt));
  return daysBetween(asked.from, asked.to).map((day) => summarise(day, byDay.get(day) ?? []));
}

function summarise(day: string, turns: readonly CallerTurn[]): RecountedDay {
  const scores = turns.flatMap(({ score }) => score ?? []);
  return {
    day,
    callerTurns: turns.length,
    meanSentiment: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    sentiments: countBy(turns.map(({ label }) => label ?? 'UNKNOWN')),
    topics: countBy(turns.flatMap(({ topics }) => (topics.length > 0 ? topics : ['untagged']))),
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));
}

function daysBetween(from: string, to: string): string[] {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
