import { Module } from '@nestjs/common';
import { ConversationListService } from './conversation-list.service.js';
import { OverviewService } from './overview.service.js';
import { RecordingService } from './recording.service.js';
import { TrendsService } from './trends.service.js';

@Module({
  providers: [ConversationListService, OverviewService, RecordingService, TrendsService],
  exports: [ConversationListService, OverviewService, RecordingService, TrendsService],
})
export class InsightsModule {}
