import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#database';
import { gauge, log } from '#platform';
import { FIGURES_FRESH_SECONDS } from './limits.js';
import { findQueueFigures, type QueueFigures } from './queue-metrics.queries.js';

/** The event of a later library, by its name as it is stored: whoever watches wants to know the lag of the analysis. */
const TURNS_RECORDED = 'TurnsRecorded';

/** Reads what the gauges below show, of the one database that this process works on. */
let source: (() => Promise<QueueFigures | undefined>) | undefined;

gauge(
  {
    name: 'answerable_queue_oldest_event_age_seconds',
    help: 'Age of the oldest event that waits, by its kind',
    labels: ['event'],
  },
  async (age) => {
    const figures = await source?.();
    age.reset(); // a kind of which nothing waits any more
    for (const { event, ageSeconds } of figures?.waiting ?? []) age.set({ event }, ageSeconds);
  },
);
gauge(
  {
    name: 'answerable_queue_events',
    help: 'Events that wait, by their kind, up to MAX_COUNTED_ROWS',
    labels: ['event'],
  },
  async (events) => {
    const figures = await source?.();
    events.reset();
    for (const { event, count } of figures?.waiting ?? []) events.set({ event }, count);
  },
);
gauge(
  { name: 'answerable_analysis_lag_seconds', help: 'Age of the oldest turns that wait to be analysed; 0 when none do' },
  async (lag) => {
    const figures = await source?.();
    if (figures === undefined) return lag.remove();
    lag.set(figures.waiting.find(({ event }) => event === TURNS_RECORDED)?.ageSeconds ?? 0);
  },
);
gauge(
  { name: 'answerable_queue_dead_letters', help: 'Events that failed for good and rest, up to MAX_COUNTED_ROWS' },
  async (letters) => {
    const figures = await source?.();
    if (figures === undefined) return letters.remove();
    letters.set(figures.deadLetters);
  },
);

/** What waits and what rests, over all organisations, looked up at most once in `FIGURES_FRESH_SECONDS`. */
@Injectable()
export class QueueMetricsService implements OnApplicationShutdown {
  private looked: { at: number; figures: Promise<QueueFigures | undefined> } | undefined;

  constructor(private readonly database: Database) {
    source = () => this.figures();
  }

  onApplicationShutdown(): void {
    source = undefined;
  }

  /** Nothing when the database cannot say: then the gauges show nothing, and the others still do. */
  figures(): Promise<QueueFigures | undefined> {
    const now = performance.now();
    if (this.looked === undefined || now - this.looked.at > FIGURES_FRESH_SECONDS * 1000) {
      const figures = this.database.system(findQueueFigures).catch((error: unknown) => {
        log.warn('figures-missing', { error: error instanceof Error ? error.name : 'unknown' });
        return undefined;
      });
      this.looked = { at: now, figures };
    }
    return this.looked.figures;
  }
}
