import type { Report } from '../measure.js';
import { measureHazard } from './hazard.js';
import { measureLanguage } from './language.js';
import { measurePersonalData } from './pii.js';
import type { Request } from './request.js';
import { measureRisk } from './risk.js';
import { measureSentiment } from './sentiment.js';
import { measureTopics } from './topics.js';

/** Every task by its name on the command line. @throws ExpectedStop when what was asked for cannot be measured */
export const TASKS = {
  sentiment: measureSentiment,
  topics: measureTopics,
  hazard: measureHazard,
  risk: measureRisk,
  pii: measurePersonalData,
  language: measureLanguage,
} as const satisfies Record<string, (request: Request) => Promise<Report>>;

export type TaskName = keyof typeof TASKS;
