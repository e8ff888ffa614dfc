export { Clock, systemClock } from './clock.js';
export { ConfigurationError, readConfiguration, type Configuration } from './configuration.js';
export { coded, ExpectedStop, Refused, type RefusalCode } from './errors.js';
export { GroupCommit } from './group-commit.js';
export { newId } from './ids.js';
export { log, logLevel } from './log.js';
export { PlatformModule, CONFIGURATION } from './platform.module.js';
export { projectRoot } from './project-root.js';
export { sha256 } from './sha256.js';
