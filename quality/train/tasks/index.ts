import type { TrainingTask } from '../task.js';
import { sentimentTask } from './sentiment.js';

export const TASKS: readonly TrainingTask[] = [sentimentTask];
