export { PIPELINE } from './pipeline.js';
export { WorkerModule } from './worker.module.js';
