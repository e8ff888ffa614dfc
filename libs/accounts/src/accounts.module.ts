import { Module } from '@nestjs/common';
import { AccessRecordsService } from './access-records/access-records.service.js';
import { AuthenticationService } from './authentication.service.js';
import { InvitationsService } from './invitations.service.js';
import { GuardedKeysService } from './keys/guarded-keys.service.js';
import { KeyUses } from './keys/key-uses.js';
import { KeysService } from './keys.service.js';
import { OpenIdService } from './openid.service.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleService } from './people.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

const SERVICES = [
  AccessRecordsService,
  AuthenticationService,
  GuardedKeysService,
  InvitationsService,
  KeysService,
  OpenIdService,
  OrganisationsService,
  PeopleService,
  SecondFactorService,
  SessionsService,
  SignInService,
];

@Module({ providers: [...SERVICES, KeyUses], exports: SERVICES })
export class AccountsModule {}
