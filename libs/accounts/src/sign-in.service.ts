import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Clock } from '#platform';
import type { Origin } from './access-records/access-log.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { Person } from './person.entity.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type SessionToken } from './sessions.service.js';
import { countAttempt, forgetAttempt } from './sign-in-attempts.js';

export interface Credentials {
  email: string;
  password: string;
  /** Of the second factor, for those who have one: from the app, or a recovery code. */
  code: string;
}

/** Refused says the same whatever is wrong; too many attempts are not looked at. */
export type SignInOutcome =
  | { outcome: 'SIGNED_IN'; session: SessionToken }
  | { outcome: 'REFUSED' }
  | { outcome: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

/** Signing in with an address and a password. */
@Injectable()
export class SignInService {
  /** Verified when the address is unknown, so that unknown and known addresses cost the same. */
  private readonly nobodysHash = hashPassword(randomBytes(16).toString('hex'));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secondFactor: SecondFactorService,
    private readonly sessions: SessionsService,
    private readonly failures: FailedSignIns,
  ) {}

  async signIn({ email, password, code }: Credentials, origin: Origin): Promise<SignInOutcome> {
    const attempted = { account: email, address: origin.address ?? 'unknown' };
    const now = this.clock.now();
    const { waitUntil, ofAccount } = await this.database.system((tx) => countAttempt(tx, attempted, now));
    if (waitUntil !== null) {
      this.failures.note(await this.find(email), 'SIGN_IN_THROTTLED', { origin, ofAccount });
      const retryAfterSeconds = Math.ceil((waitUntil.getTime() - now.getTime()) / 1000);
      return { outcome: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    }
    const person = await this.find(email);
    const matches = await passwordMatches(password, person?.passwordHash ?? (await this.nobodysHash));
    const isProven = person !== null && matches && (await this.secondFactor.admits(person, code));
    const session = isProven ? await this.sessions.begin(person, origin) : undefined;
    if (session === undefined) {
      this.failures.note(person, 'SIGN_IN_FAILED', { origin, ofAccount });
      return { outcome: 'REFUSED' };
    }
    await this.database.system((tx) => forgetAttempt(tx, attempted));
    return { outcome: 'SIGNED_IN', session };
  }

  private find(email: string): Promise<Person | null> {
    return this.database.system((tx) => tx.entities.findOneBy(Person, { email: email.toLowerCase() }));
  }
}
