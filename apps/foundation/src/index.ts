export { foundation, openFoundation, TABLES } from './foundation.js';
export { type Lifetime, onStopSignal, runUntilStopped, STOPPED, tellAndExit } from './process.js';
