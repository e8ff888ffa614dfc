import { Module } from '@nestjs/common';
import { AuthenticationService } from './authentication.service.js';
import { KeysService } from './keys.service.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleService } from './people.service.js';

@Module({
  providers: [AuthenticationService, KeysService, OrganisationsService, PeopleService],
  exports: [AuthenticationService, KeysService, OrganisationsService, PeopleService],
})
export class AccountsModule {}
