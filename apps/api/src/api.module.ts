import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AccountabilityModule } from '#accountability';
import { AccessRecordsService, AccountsModule, AuthenticationService } from '#accounts';
import { AnalysisModule } from '#analysis';
import { ClonesModule } from '#clones';
import { ConversationsModule } from '#conversations';
import { InsightsModule } from '#insights';
import { ModerationModule } from '#moderation';
import { NoticesModule } from '#notices';
import { CONFIGURATION } from '#platform';
import { RESOLVERS, SCALARS } from './graphql-resolvers.js';
import { graphqlSettings } from './graphql/server-settings.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { RateLimitsModule } from './rate-limits/rate-limits.module.js';
import { HealthController } from './web/health.controller.js';
import { IngestController } from './web/ingest.controller.js';
import { InvitationController } from './web/invitation.controller.js';
import { OpenIdController } from './web/openid.controller.js';
import { ResetController } from './web/reset.controller.js';
import { SignInController } from './web/sign-in.controller.js';

const LIBRARIES = [
  AccountabilityModule,
  AccountsModule,
  AnalysisModule,
  ClonesModule,
  ConversationsModule,
  InsightsModule,
  ModerationModule,
  NoticesModule,
];

@Module({
  imports: [
    ...LIBRARIES,
    RateLimitsModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccountsModule, RateLimitsModule],
      inject: [AuthenticationService, RateLimits, AccessRecordsService, CONFIGURATION],
      useFactory: graphqlSettings,
    }),
  ],
  controllers: [
    HealthController,
    IngestController,
    InvitationController,
    OpenIdController,
    ResetController,
    SignInController,
  ],
  providers: [...RESOLVERS, ...SCALARS],
})
export class ApiModule {}
