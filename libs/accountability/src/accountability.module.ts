import { Module } from '@nestjs/common';
import { AccountabilityService } from './accountability.service.js';
import { AssignmentsService } from './assignments.service.js';

@Module({
  providers: [AccountabilityService, AssignmentsService],
  exports: [AccountabilityService, AssignmentsService],
})
export class AccountabilityModule {}
