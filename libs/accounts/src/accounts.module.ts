import { Module } from '@nestjs/common';
import { AuthenticationService } from './authentication.service.js';
import { InvitationsService } from './invitations.service.js';
import { KeysService } from './keys.service.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleService } from './people.service.js';
import { SessionsService } from './sessions.service.js';

@Module({
  providers: [
    AuthenticationService,
    InvitationsService,
    KeysService,
    OrganisationsService,
    PeopleService,
    SessionsService,
  ],
  exports: [
    AuthenticationService,
    InvitationsService,
    KeysService,
    OrganisationsService,
    PeopleService,
    SessionsService,
  ],
})
export class AccountsModule {}
