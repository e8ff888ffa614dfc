import type { AnalysedTurn } from '#analysis';

/** One cell of the rollup: so many turns, and what their sentiment adds up to. */
export interface TrendDelta {
  bucket: Date;
  cloneId: string;
  channel: string;
  measure: 'sentiment' | 'topic';
  key: string;
  turns: number;
  scoreSum: number;
  /** Turns whose sentiment is known; the divisor of a mean. */
  scored: number;
}

/** Rollup cells are this wide: every time zone in use is offset by a multiple of it, so any zone's days add up exactly. */
export const BUCKET_MILLISECONDS = 15 * 60 * 1000;
/** The key of caller turns whose sentiment could not be measured. */
export const UNKNOWN = 'UNKNOWN';
/** The key of caller turns that are about no known topic. */
export const UNTAGGED = 'untagged';

/** What freshly analysed turns add to the rollup, cells in one order for everybody so that writers never deadlock. */
export function countTurns(turns: readonly AnalysedTurn[]): TrendDelta[] {
  const cells = new Map<string, TrendDelta>();
  for (const turn of turns) {
    if (turn.speaker !== 'CALLER') continue;
    const sentiment = turn.reading.signals.find(({ detector }) => detector === 'sentiment');
    const score = sentiment?.outcome === 'SCORE' ? sentiment.score : null;
    const label = sentiment?.outcome === 'SCORE' ? (sentiment.label ?? UNKNOWN) : UNKNOWN;
    const topics = turn.reading.signals.filter(({ detector, outcome }) => detector === 'topics' && outcome === 'SCORE');
    add(cells, turn, 'sentiment', label, score);
    for (const topic of topics.length > 0 ? topics : [{ code: UNTAGGED }]) add(cells, turn, 'topic', topic.code, score);
  }
  return [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delta]) => delta);
}

function add(
  cells: Map<string, TrendDelta>,
  { spokenAt, cloneId, channel }: AnalysedTurn,
  measure: TrendDelta['measure'],
  key: string,
  score: number | null,
): void {
  const bucket = new Date(Math.floor(spokenAt.getTime() / BUCKET_MILLISECONDS) * BUCKET_MILLISECONDS);
  const place = [bucket.toISOString(), cloneId, channel, measure, key].join(' ');
  const cell = cells.get(place) ?? { bucket, cloneId, channel, measure, key, turns: 0, scoreSum: 0, scored: 0 };
  cell.turns += 1;
  cell.scoreSum += score ?? 0;
  cell.scored += score === null ? 0 : 1;
  cells.set(place, cell);
}
