import { TURNS_RECORDED } from '#conversations';
import type { PipelineStep } from '#queue';
import { CONVERSATIONS_ANALYSED } from './conversations-analysed.js';

/** The product in one table: on this event, do this job. Checked at boot: every job has exactly one handler. */
export const PIPELINE: readonly PipelineStep[] = [
  { on: TURNS_RECORDED, run: 'analyse-turns' },
  { on: CONVERSATIONS_ANALYSED, run: 'announce' },
];
