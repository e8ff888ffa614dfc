import { Module } from '@nestjs/common';
import { AuthenticationService } from './authentication.service.js';
import { KeysService } from './keys.service.js';
import { OrganisationsService } from './organisations.service.js';

@Module({
  providers: [AuthenticationService, KeysService, OrganisationsService],
  exports: [AuthenticationService, KeysService, OrganisationsService],
})
export class AccountsModule {}
