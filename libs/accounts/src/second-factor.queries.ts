import type { Transaction } from '#database';
import { newId } from '#platform';

export interface SecondFactor {
  id: string;
  secret: Buffer;
}

/** Holds the person until the transaction ends, so that they never have two second factors. */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
}

/** The second factor that the person needs to sign in, if they have one. */
export async function findSecondFactor(tx: Transaction, personId: string): Promise<SecondFactor | undefined> {
  const [factor] = await tx.query<SecondFactor>(
    `SELECT f.id, f.secret FROM second_factor f
     WHERE f.person_id = $1
       AND EXISTS (SELECT FROM second_factor_confirmation c WHERE c.organisation_id = f.organisation_id AND c.second_factor_id = f.id)
       AND NOT EXISTS (SELECT FROM second_factor_removal r WHERE r.organisation_id = f.organisation_id AND r.second_factor_id = f.id)`,
    [personId],
  );
  return factor;
}

/** The latest that was offered, unless it was confirmed. */
export async function findOffered(tx: Transaction, personId: string): Promise<SecondFactor | undefined> {
  const [factor] = await tx.query<SecondFactor & { confirmed: boolean }>(
    `SELECT f.id, f.secret, EXISTS (SELECT FROM second_factor_confirmation c
       WHERE c.organisation_id = f.organisation_id AND c.second_factor_id = f.id) AS confirmed
     FROM second_factor f WHERE f.person_id = $1 ORDER BY f.id DESC LIMIT 1`,
    [personId],
  );
  return factor?.confirmed === false ? factor : undefined;
}

export async function insertSecondFactor(
  tx: Transaction,
  given: { personId: string; secret: Uint8Array; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO second_factor (organisation_id, id, person_id, secret, created_at)
     VALUES (current_organisation(), $1, $2, $3, $4)`,
    [newId(), given.personId, Buffer.from(given.secret), given.at],
  );
}

export async function confirmSecondFactor(
  tx: Transaction,
  id: string,
  given: { recoveryHashes: readonly Buffer[]; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO second_factor_confirmation (organisation_id, second_factor_id, confirmed_at)
     VALUES (current_organisation(), $1, $2)`,
    [id, given.at],
  );
  await tx.query(
    `INSERT INTO recovery_code (organisation_id, second_factor_id, code_hash)
     SELECT current_organisation(), $1, hash FROM unnest($2::bytea[]) AS hash`,
    [id, given.recoveryHashes],
  );
}

export async function removeSecondFactor(
  tx: Transaction,
  id: string,
  by: { authorId: string; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO second_factor_removal (organisation_id, second_factor_id, author_id, removed_at)
     VALUES (current_organisation(), $1, $2, $3)`,
    [id, by.authorId, by.at],
  );
}

/** @returns false when a code of this step was used before, by whichever process (RFC 6238 §5.2) */
export async function useStep(tx: Transaction, id: string, step: number, at: Date): Promise<boolean> {
  const used = await tx.query(
    `INSERT INTO second_factor_use (organisation_id, second_factor_id, step, used_at)
     VALUES (current_organisation(), $1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1`,
    [id, step, at],
  );
  return used.length > 0;
}

/** @returns false when it is none of the codes that are left */
export async function useRecoveryCode(tx: Transaction, id: string, hash: Buffer): Promise<boolean> {
  const used = await tx.query('DELETE FROM recovery_code WHERE second_factor_id = $1 AND code_hash = $2 RETURNING 1', [
    id,
    hash,
  ]);
  return used.length > 0;
}
