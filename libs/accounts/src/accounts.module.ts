import { Module } from '@nestjs/common';
import { AccessRecordRetentionService } from './access-records/access-record-retention.service.js';
import { AccessRecordsService } from './access-records/access-records.service.js';
import { AuthenticationService } from './authentication.service.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { InvitationsService } from './invitations.service.js';
import { GuardedKeysService } from './keys/guarded-keys.service.js';
import { KeyUses } from './keys/key-uses.js';
import { KeysService } from './keys.service.js';
import { OpenIdService } from './openid.service.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleService } from './people.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInResetsService } from './sign-in-resets.service.js';
import { SignInService } from './sign-in.service.js';
import { StandingService } from './standing.service.js';

const SERVICES = [
  AccessRecordRetentionService,
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
  SignInResetsService,
  SignInService,
  StandingService,
];

@Module({ providers: [...SERVICES, FailedSignIns, KeyUses], exports: SERVICES })
export class AccountsModule {}
