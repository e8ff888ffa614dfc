export { ApiModule } from './api.module.js';
export { refuseUnusableAddress } from './listening.js';
export { prepareApi, startApi } from './start.js';
export { apiSchema } from './schema.js';
