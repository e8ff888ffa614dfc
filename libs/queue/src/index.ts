export { Bells } from './bells.js';
export { type DeadLetter, DeadLettersService } from './dead-letters.service.js';
export { checkPipeline, type Handler, type PipelineStep, type RecordedEvent } from './handlers.js';
export { describeFailure } from './failures.js';
export { OutboxRunner } from './outbox-runner.js';
export { MAX_ATTEMPTS, RETRY_SECONDS } from './limits.js';
export { recordEvents, waitingEvents } from './outbox.queries.js';
export { QueueModule, type QueueAddress } from './queue.module.js';
export { WorkerLoop } from './worker-loop.js';
