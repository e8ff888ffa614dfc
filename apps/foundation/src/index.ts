export { foundation, TABLES } from './foundation.js';
export { type Lifetime, runUntilStopped, tellAndExit } from './process.js';
