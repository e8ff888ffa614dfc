export { type Flag, type FlagFilter, type RaisedFlag } from './flags.queries.js';
export { FlagsService } from './flags.service.js';
export { judge, type Match } from './judge.js';
export { ModerationModule } from './moderation.module.js';
export { RULE_SET, type Rule, SEVERITIES, type Severity } from './rules.js';
