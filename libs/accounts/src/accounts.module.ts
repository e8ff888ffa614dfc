import { Module } from '@nestjs/common';
import { AuthenticationService } from './authentication.service.js';
import { InvitationsService } from './invitations.service.js';
import { KeysService } from './keys.service.js';
import { OpenIdService } from './openid.service.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleService } from './people.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

const SERVICES = [
  AuthenticationService,
  InvitationsService,
  KeysService,
  OpenIdService,
  OrganisationsService,
  PeopleService,
  SecondFactorService,
  SessionsService,
  SignInService,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class AccountsModule {}
