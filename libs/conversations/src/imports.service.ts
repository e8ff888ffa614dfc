import { Injectable } from '@nestjs/common';
import { type Actor, requireAccess } from '#accounts';
import { Database, type Transaction } from '#database';

/** What became of the records of a file so far. */
export interface ImportCounts {
  accepted: number;
  duplicate: number;
  conflict: number;
  rejected: number;
  turns: number;
}

/** How far the import of one file has come; written in the transaction that stores the records. */
export interface ImportRun {
  recordsDone: number;
  /** Length of the rejects file at that point, in bytes. */
  rejectsBytes: number;
  counts: ImportCounts;
  finishedAt: Date | null;
}

@Injectable()
export class ImportsService {
  constructor(private readonly database: Database) {}

  /**
   * Runs the import of one file. Two at once would share its progress and write into each other's rejects.
   * @returns null when another process is at it
   */
  alone<T>(actor: Actor, fingerprint: Buffer, work: () => Promise<T>): Promise<{ result: T } | null> {
    requireAccess(actor, 'conversation.ingest');
    return this.database.alone(`import ${actor.organisationId} ${fingerprint.toString('hex')}`, work);
  }

  /** The run of a file with this fingerprint (SHA-256 of its bytes and mapping), if it was ever begun. */
  async find(actor: Actor, fingerprint: Buffer): Promise<ImportRun | undefined> {
    requireAccess(actor, 'conversation.ingest');
    const [run] = await this.database.read(actor.organisationId, (tx) =>
      tx.query<ImportRun>(
        `SELECT records_done::float8 AS "recordsDone", rejects_bytes::float8 AS "rejectsBytes", counts, finished_at AS "finishedAt"
         FROM import_run WHERE fingerprint = $1`,
        [fingerprint],
      ),
    );
    return run;
  }

  /** Notes the progress in `tx`, so that progress and records are committed together. */
  async note(tx: Transaction, file: { fingerprint: Buffer; name: string }, run: ImportRun): Promise<void> {
    await tx.query(
      `INSERT INTO import_run (organisation_id, fingerprint, file_name, records_done, rejects_bytes, counts, started_at, finished_at)
       VALUES (current_organisation(), $1, $2, $3, $4, $5, now(), $6)
       ON CONFLICT (organisation_id, fingerprint) DO UPDATE SET records_done = excluded.records_done,
         rejects_bytes = excluded.rejects_bytes, counts = excluded.counts, finished_at = excluded.finished_at`,
      [file.fingerprint, file.name, run.recordsDone, run.rejectsBytes, JSON.stringify(run.counts), run.finishedAt],
    );
  }

  async noteFinished(actor: Actor, file: { fingerprint: Buffer; name: string }, run: ImportRun): Promise<void> {
    requireAccess(actor, 'conversation.ingest');
    await this.database.transaction(actor.organisationId, (tx) => this.note(tx, file, run));
  }
}
