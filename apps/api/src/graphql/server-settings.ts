import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Request, Response } from 'express';
import type { AccessRecordsService, AuthenticationService } from '#accounts';
import type { Configuration } from '#platform';
import { PartyType } from '../accountability/accountability.type.js';
import { RequestContext } from '../relay/context.js';
import { formatError, refuseRequest } from '../web/error.filter.js';
import { identify } from '../web/identify.js';
import { readOrigin } from '../web/origin.js';
import { accessRecordsPlugin } from '../web/access-records-plugin.js';
import type { Admission } from './admission.js';
import { compiledExecution } from './compiled-execution.js';
import { MAX_DOCUMENT_TOKENS } from './limits.js';

/** How Apollo serves our schema: who asks and whether it may run is settled before Apollo reads the document. */
export function graphqlSettings(
  authentication: AuthenticationService,
  admission: Admission,
  records: AccessRecordsService,
  { graphql }: Configuration,
): ApolloDriverConfig {
  return {
    path: '/graphql',
    autoSchemaFile: true, // in memory; the committed schema.graphql is written by `npm run schema`
    sortSchema: true,
    buildSchemaOptions: { orphanedTypes: [PartyType] },
    playground: false,
    introspection: graphql.introspection,
    hideSchemaDetailsFromClientErrors: !graphql.introspection,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_DOCUMENT_TOKENS },
    includeStacktraceInErrorResponses: false,
    formatError,
    // Cache control would make a call of every leaf, to find hints that the schema does not have.
    plugins: [admission, compiledExecution(), accessRecordsPlugin(records), ApolloServerPluginCacheControlDisabled()],
    context: async ({ req, res }: { req: Request; res: Response }) => {
      const actor = await identify(req, authentication).catch((error: unknown) =>
        admission.refuseUnknown(error, req, res),
      );
      const admitted = await admission.admitRequest(actor, req, res).catch(refuseRequest);
      return new RequestContext(actor, readOrigin(req), admitted, res);
    },
  };
}
