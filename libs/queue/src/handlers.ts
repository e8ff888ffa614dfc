import type { Transaction } from '#database';

/** A fact that was written in the same transaction as what it tells of. */
export interface RecordedEvent {
  id: string;
  event: string;
  payload: unknown;
  attempts: number;
  /** The moment of the transaction that it was written in. */
  recordedAt: Date;
}

/**
 * Does one job for events of one organisation. Everything it writes goes through `tx`, which also removes the events:
 * the effects and the removal are committed together, so each event takes effect once.
 */
export interface Handler {
  readonly job: string;
  /** Events one call takes at most; `BATCH_EVENTS` unless told. Small for slow work: a batch is one open transaction. */
  readonly batchEvents?: number | undefined;
  handle(tx: Transaction, organisationId: string, events: readonly RecordedEvent[]): Promise<void>;
}

/** One line of the pipeline: on this event, do this job. */
export interface PipelineStep {
  on: string;
  run: string;
}

/** @returns the handler of each event. @throws when an event or job has no handler, or more than one. */
export function checkPipeline(pipeline: readonly PipelineStep[], handlers: readonly Handler[]): Map<string, Handler> {
  const byEvent = new Map<string, Handler>();
  for (const step of pipeline) {
    const matching = handlers.filter((handler) => handler.job === step.run);
    const [handler] = matching;
    if (handler === undefined) throw new Error(`The job ${step.run} has no handler.`);
    if (matching.length > 1) throw new Error(`The job ${step.run} has ${matching.length} handlers.`);
    if (byEvent.has(step.on)) throw new Error(`The event ${step.on} stands twice in the pipeline.`);
    byEvent.set(step.on, handler);
  }
  for (const { job } of handlers) {
    if (!pipeline.some((step) => step.run === job))
      throw new Error(`The handler of ${job} stands in no pipeline step.`);
  }
  return byEvent;
}
