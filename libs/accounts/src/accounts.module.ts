import { Module } from '@nestjs/common';
import { AccessRecordsService } from './access-records/access-records.service.js';
import { AuthenticationService } from './authentication.service.js';
import { GuardedKeysService } from './keys/guarded-keys.service.js';
import { KeyUses } from './keys/key-uses.js';
import { KeysService } from './keys.service.js';
import { OrganisationsService } from './organisations.service.js';

@Module({
  providers: [
    AccessRecordsService,
    AuthenticationService,
    GuardedKeysService,
    KeysService,
    KeyUses,
    OrganisationsService,
  ],
  exports: [AccessRecordsService, AuthenticationService, GuardedKeysService, KeysService, OrganisationsService],
})
export class AccountsModule {}
