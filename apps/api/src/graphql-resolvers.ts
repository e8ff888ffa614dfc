import { AccountabilityRecordResolver, TurnAccountabilityResolver } from './accountability/accountability.resolver.js';
import { AccessReasonsResolver } from './accounts/access-reasons.resolver.js';
import { AccessRecordsResolver } from './accounts/access-records.resolver.js';
import { InvitationsResolver } from './accounts/invitations.resolver.js';
import { PeopleResolver } from './accounts/people.resolver.js';
import { SecondFactorResolver } from './accounts/second-factor.resolver.js';
import { ServiceKeysResolver } from './accounts/service-keys.resolver.js';
import { SessionsResolver } from './accounts/sessions.resolver.js';
import { SignInResetsResolver } from './accounts/sign-in-resets.resolver.js';
import { ViewerResolver } from './accounts/viewer.resolver.js';
import { TurnAnalysisResolver } from './analysis/turn-analysis.resolver.js';
import { ClonesResolver } from './clones/clones.resolver.js';
import { ConversationResolver } from './conversations/conversation.resolver.js';
import { IngestResolver } from './conversations/ingest.resolver.js';
import { IntakeFlag, IntakeInstant, IntakeNumber, IntakeText } from './conversations/intake-scalars.js';
import { QuarantineResolver } from './conversations/quarantine.resolver.js';
import { TurnResolver } from './conversations/turn.resolver.js';
import { ConversationAnalysedResolver } from './insights/conversation-analysed.resolver.js';
import { ConversationDigestResolver } from './insights/conversation-digest.resolver.js';
import { ConversationListResolver } from './insights/conversation-list.resolver.js';
import { TrendsResolver } from './insights/trends.resolver.js';
import { ConversationFlagsResolver, TurnFlagsResolver } from './moderation/conversation-flags.resolver.js';
import { FlagRaisedResolver } from './moderation/flag-raised.resolver.js';
import { FlagsResolver } from './moderation/flags.resolver.js';
import { WebhookDeliveriesResolver } from './notices/webhook-deliveries.resolver.js';
import { WebhookEndpointsResolver } from './notices/webhook-endpoints.resolver.js';
import { DeadLettersResolver } from './queue/dead-letters.resolver.js';
import { InstantScalar } from './relay/instant-scalar.js';
import { NodeResolver } from './relay/node.resolver.js';

export const SCALARS = [InstantScalar, IntakeFlag, IntakeInstant, IntakeNumber, IntakeText];

export const RESOLVERS = [
  AccessReasonsResolver,
  AccessRecordsResolver,
  AccountabilityRecordResolver,
  ClonesResolver,
  ConversationAnalysedResolver,
  ConversationDigestResolver,
  ConversationFlagsResolver,
  ConversationListResolver,
  ConversationResolver,
  DeadLettersResolver,
  FlagRaisedResolver,
  FlagsResolver,
  IngestResolver,
  InvitationsResolver,
  NodeResolver,
  PeopleResolver,
  QuarantineResolver,
  SecondFactorResolver,
  ServiceKeysResolver,
  SessionsResolver,
  SignInResetsResolver,
  TrendsResolver,
  TurnAccountabilityResolver,
  TurnAnalysisResolver,
  TurnFlagsResolver,
  TurnResolver,
  ViewerResolver,
  WebhookDeliveriesResolver,
  WebhookEndpointsResolver,
];
