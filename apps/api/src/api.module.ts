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
import { Admission } from './graphql/admission.js';
import { AdmissionModule } from './graphql/admission.module.js';
import { graphqlSettings } from './graphql/server-settings.js';
import { RateLimitsModule } from './rate-limits/rate-limits.module.js';
import { Connections } from './sockets/connections.js';
import { Deliveries } from './sockets/deliveries.js';
import { SubscriptionServer } from './sockets/subscription-server.js';
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
    AdmissionModule,
    RateLimitsModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccountsModule, AdmissionModule],
      inject: [AuthenticationService, Admission, AccessRecordsService, CONFIGURATION],
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
  providers: [...RESOLVERS, ...SCALARS, Connections, Deliveries, SubscriptionServer],
})
export class ApiModule {}
