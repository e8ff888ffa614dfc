export { type ConversationFilter, type ListedConversation } from './conversation-list.queries.js';
export { ConversationListService } from './conversation-list.service.js';
export { type Digest } from './digests.queries.js';
export { InsightsModule } from './insights.module.js';
export { insightLimits } from './limits.js';
export { type Overview, OverviewService } from './overview.service.js';
export { RecordingService } from './recording.service.js';
export { type TrendDay, type TrendQuery, TrendsService } from './trends.service.js';
