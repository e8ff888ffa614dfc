import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { AccountabilityModule } from '#accountability';
import { AccountsModule, AuthenticationService } from '#accounts';
import { AnalysisModule } from '#analysis';
import { ClonesModule } from '#clones';
import { ConversationsModule } from '#conversations';
import { InsightsModule } from '#insights';
import { ModerationModule } from '#moderation';
import { NoticesModule } from '#notices';
import { RESOLVERS, SCALARS } from './graphql-resolvers.js';
import { RequestContext } from './relay/context.js';
import { PartyType } from './accountability/accountability.type.js';
import { formatError, refuseRequest } from './web/error.filter.js';
import { identify } from './web/identify.js';
import { HealthController } from './web/health.controller.js';
import { IngestController } from './web/ingest.controller.js';
import { InvitationController } from './web/invitation.controller.js';
import { OpenIdController } from './web/openid.controller.js';
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

function graphqlSettings(authentication: AuthenticationService): ApolloDriverConfig {
  return {
    path: '/graphql',
    autoSchemaFile: true, // in memory; the committed schema.graphql is written by `npm run schema`
    sortSchema: true,
    buildSchemaOptions: { orphanedTypes: [PartyType] },
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError,
    context: async ({ req }: { req: Request }) =>
      new RequestContext(await identify(req, authentication).catch(refuseRequest)),
  };
}

@Module({
  imports: [
    ...LIBRARIES,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccountsModule],
      inject: [AuthenticationService],
      useFactory: graphqlSettings,
    }),
  ],
  controllers: [HealthController, IngestController, InvitationController, OpenIdController, SignInController],
  providers: [...RESOLVERS, ...SCALARS],
})
export class ApiModule {}
