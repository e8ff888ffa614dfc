export { foundation, openFoundation, TABLES } from './foundation.js';
export { NEST_OPTIONS } from './nest-options.js';
export { type Lifetime, onStopSignal, runUntilStopped, STOPPED, tellAndExit } from './process.js';
