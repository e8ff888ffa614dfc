export * as operationLimits from './limits.js';
export { serveMetrics } from './metrics-server.js';
export { Readiness } from './readiness.js';
export { stopInOrder, stopServing } from './stop.js';
export { foundation, openFoundation, TABLES } from './foundation.js';
export { NEST_OPTIONS } from './nest-options.js';
export { type Lifetime, onStopSignal, runUntilStopped, STOPPED, tellAndExit } from './process.js';
