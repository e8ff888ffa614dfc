import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { AccountabilityModule } from '#accountability';
import { AccessRecordsService, AccountsModule, AuthenticationService } from '#accounts';
import { AnalysisModule } from '#analysis';
import { ClonesModule } from '#clones';
import { ConversationsModule } from '#conversations';
import { InsightsModule } from '#insights';
import { ModerationModule } from '#moderation';
import { NoticesModule } from '#notices';
import { RESOLVERS, SCALARS } from './graphql-resolvers.js';
import { RequestContext } from './relay/context.js';
import { PartyType } from './accountability/accountability.type.js';
import { accessRecordsPlugin } from './web/access-records-plugin.js';
import { formatError, refuseRequest } from './web/error.filter.js';
import { identify } from './web/identify.js';
import { HealthController } from './web/health.controller.js';
import { IngestController } from './web/ingest.controller.js';
import { InvitationController } from './web/invitation.controller.js';
import { OpenIdController } from './web/openid.controller.js';
import { readOrigin } from './web/origin.js';
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

function graphqlSettings(authentication: AuthenticationService, records: AccessRecordsService): ApolloDriverConfig {
  return {
    path: '/graphql',
    autoSchemaFile: true, // in memory; the committed schema.graphql is written by `npm run schema`
    sortSchema: true,
    buildSchemaOptions: { orphanedTypes: [PartyType] },
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError,
    plugins: [accessRecordsPlugin(records)],
    context: ({ req }: { req: Request }) => openContext(req, authentication).catch(refuseRequest),
  };
}

async function openContext(request: Request, authentication: AuthenticationService): Promise<RequestContext> {
  return new RequestContext(await identify(request, authentication), readOrigin(request));
}

@Module({
  imports: [
    ...LIBRARIES,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccountsModule],
      inject: [AuthenticationService, AccessRecordsService],
      useFactory: graphqlSettings,
    }),
  ],
  controllers: [HealthController, IngestController, InvitationController, OpenIdController, SignInController],
  providers: [...RESOLVERS, ...SCALARS],
})
export class ApiModule {}
