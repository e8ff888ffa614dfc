import type { Transaction } from '#database';
import { sha256 } from '#platform';
import { MAX_FAILURES_PER_ACCOUNT, MAX_FAILURES_PER_ADDRESS, THROTTLE_SECONDS } from './limits.js';

/** What attempts are counted by: the account as it was typed, and the network address. Kept as hashes: they are nobody's yet. */
export interface Attempted {
  account: string;
  address: string;
}

interface Counted {
  subject: Buffer;
  attempts: number;
  endsAt: Date;
}

/**
 * Counts an attempt before it is looked at, so that many at the same moment cannot slip past the limit together.
 * Runs as the system. @returns when to come back, if there were too many, else null; and how many were for this account
 */
export async function countAttempt(
  tx: Transaction,
  attempted: Attempted,
  now: Date,
): Promise<{ waitUntil: Date | null; ofAccount: number }> {
  const limits = limitsOf(attempted);
  const counted = await tx.query<Counted>(
    `INSERT INTO sign_in.attempts AS a (subject, attempts, ends_at)
     SELECT subject, 1, $2::timestamptz + make_interval(secs => $3) FROM unnest($1::bytea[]) AS subject ORDER BY subject
     ON CONFLICT (subject) DO UPDATE SET
       attempts = CASE WHEN a.ends_at > $2 THEN least(a.attempts, 1000000) + 1 ELSE 1 END,
       ends_at = CASE WHEN a.ends_at > $2 THEN a.ends_at ELSE excluded.ends_at END
     RETURNING subject, attempts, ends_at AS "endsAt"`,
    [limits.map(({ subject }) => subject), now, THROTTLE_SECONDS],
  );
  await tx.query('DELETE FROM sign_in.attempts WHERE ends_at < $1', [now]);
  const over = counted.filter(({ subject, attempts }) =>
    limits.some((limit) => limit.subject.equals(subject) && attempts > limit.most),
  );
  const ofAccount = counted.find(({ subject }) => limits[0]!.subject.equals(subject))?.attempts ?? 0; // the account is first
  const waitUntil = over.reduce<Date | null>(
    (latest, { endsAt }) => (latest === null || endsAt > latest ? endsAt : latest),
    null,
  );
  return { waitUntil, ofAccount };
}

/** Lets somebody in again who was throttled, since they proved who they are in another way. Runs as the system. */
export async function freeAccount(tx: Transaction, account: string): Promise<void> {
  const [limit] = limitsOf({ account, address: '' });
  await tx.query('DELETE FROM sign_in.attempts WHERE subject = $1', [limit!.subject]); // the account is first
}

/** Takes a successful attempt back: the account begins anew, the address keeps what others did. Runs as the system. */
export async function forgetAttempt(tx: Transaction, attempted: Attempted): Promise<void> {
  const [account, address] = limitsOf(attempted).map(({ subject }) => subject);
  await tx.query('DELETE FROM sign_in.attempts WHERE subject = $1', [account]);
  await tx.query('UPDATE sign_in.attempts SET attempts = attempts - 1 WHERE subject = $1 AND attempts > 0', [address]);
}

function limitsOf({ account, address }: Attempted): { subject: Buffer; most: number }[] {
  return [
    { subject: sha256(`account ${account.toLowerCase()}`), most: MAX_FAILURES_PER_ACCOUNT },
    { subject: sha256(`address ${address}`), most: MAX_FAILURES_PER_ADDRESS },
  ];
}
