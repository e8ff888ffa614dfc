import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { Database, UNIQUE_VIOLATION } from '#database';
import { Clock, coded, CONFIGURATION, type Configuration, log, Refused } from '#platform';
import type { Origin } from './access-records/access-log.js';
import { recordChange } from './access-records/access-records.queries.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { OPENID_PROVIDER_SECONDS } from './limits.js';
import { bind, type Identity, recognise, type Recognised } from './openid.queries.js';
import { SessionsService, type SessionToken } from './sessions.service.js';

/** What must be the same when the person comes back; kept by their browser. */
export interface OpenIdFlow {
  state: string;
  nonce: string;
  verifier: string;
}

/** Sign-in through an OpenID provider: authorization code flow with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636). */
@Injectable()
export class OpenIdService {
  private provider: Promise<openid.Configuration> | undefined;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly failures: FailedSignIns,
  ) {}

  /** What to call the provider on the page to sign in; undefined when none is set up. */
  get providerName(): string | undefined {
    return this.configuration.openid?.name;
  }

  /** Where to send the person, and what to remember until they come back. @throws Refused when there is no provider. */
  async begin(): Promise<{ address: URL; flow: OpenIdFlow }> {
    const provider = await this.discover();
    const flow = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.callback.href,
      scope: 'openid email profile',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { address, flow };
  }

  /**
   * @param query with which the provider sent the person back
   * @throws Refused `UNAUTHENTICATED`.
   */
  async finish(query: URLSearchParams, flow: OpenIdFlow, origin: Origin): Promise<SessionToken> {
    const provider = await this.discover();
    const identity = await this.exchange(provider, query, flow);
    const person = await this.database.system((tx) => recognise(tx, identity));
    if (person !== undefined && !person.bound) await this.bind(person, identity, origin);
    const session = person && (await this.sessions.begin(person, origin));
    if (session !== undefined) return session;
    this.failures.note(person ?? null, 'SIGN_IN_FAILED', { origin, ofAccount: 1 });
    const who = identity.email ?? 'an account without a verified e-mail address';
    throw new Refused('UNAUTHENTICATED', `Nobody here signs in as ${who}. Ask an owner to invite you.`);
  }

  private get callback(): URL {
    return new URL('/sign-in/openid/callback', this.configuration.openid?.publicUrl);
  }

  private async exchange(provider: openid.Configuration, query: URLSearchParams, flow: OpenIdFlow): Promise<Identity> {
    const address = new URL(`${this.callback.href}?${query.toString()}`);
    const checks = { expectedState: flow.state, expectedNonce: flow.nonce, pkceCodeVerifier: flow.verifier };
    const claims = await openid
      .authorizationCodeGrant(provider, address, { ...checks, idTokenExpected: true })
      .then((tokens) => tokens.claims())
      .catch((error: unknown) => {
        // The provider's words may hold anything; its code says enough.
        log.warn('openid-refused', { code: coded(error), name: error instanceof Error ? error.name : 'unknown' });
        throw new Refused('UNAUTHENTICATED', 'The provider did not confirm this sign-in. Begin it again.');
      });
    if (claims === undefined) throw new Refused('UNAUTHENTICATED', 'The provider did not say who you are.');
    const { iss: issuer, sub: subject, email, email_verified: verified } = claims;
    return { issuer, subject, email: verified === true && typeof email === 'string' ? email : null };
  }

  private async bind(person: Recognised, identity: Identity, origin: Origin): Promise<void> {
    const change = {
      operation: 'OPENID_ACCOUNT_LINKED' as const,
      subjectIds: [person.id],
      at: this.clock.now(),
      origin,
    };
    await this.database
      .transaction(person.organisationId, async (tx) => {
        await bind(tx, person.id, identity);
        recordChange(tx, { kind: 'PERSON', ...person }, change);
      })
      .catch((error: unknown) => {
        if (coded(error) !== UNIQUE_VIOLATION) throw error; // two first sign-ins of one person at the same moment
      });
  }

  /** Asks the provider for its addresses and keys once; again after a failure. */
  private discover(): Promise<openid.Configuration> {
    const { openid: settings } = this.configuration;
    if (settings === undefined) throw new Refused('NOT_FOUND', 'No OpenID provider is set up here.');
    this.provider ??= discovered(settings).catch((error: unknown) => {
      this.provider = undefined;
      log.warn('openid-unreachable', { code: coded(error), name: error instanceof Error ? error.name : 'unknown' });
      throw new Refused('UNAUTHENTICATED', 'The provider cannot be reached. Try again later, or use a password.');
    });
    return this.provider;
  }
}

async function discovered(settings: NonNullable<Configuration['openid']>): Promise<openid.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const secret = clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret);
  // Configuration lets plain HTTP pass for this machine only.
  const execute = new URL(issuer).protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  const provider = await openid.discovery(new URL(issuer), clientId, undefined, secret, {
    execute,
    timeout: OPENID_PROVIDER_SECONDS,
  });
  provider.timeout = OPENID_PROVIDER_SECONDS;
  return provider;
}
