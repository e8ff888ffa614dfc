import { Module } from '@nestjs/common';
import { ConversationsService } from './conversations.service.js';
import { ImportsService } from './imports.service.js';
import { IntakeService } from './intake.service.js';
import { Masking } from './masking.js';

@Module({
  providers: [ConversationsService, ImportsService, IntakeService, Masking],
  exports: [ConversationsService, ImportsService, IntakeService],
})
export class ConversationsModule {}
