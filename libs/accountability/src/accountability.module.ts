import { Module } from '@nestjs/common';
import { AccountabilityService } from './accountability.service.js';

@Module({ providers: [AccountabilityService], exports: [AccountabilityService] })
export class AccountabilityModule {}
