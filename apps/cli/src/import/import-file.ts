import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '#accounts';
import {
  type ImportCounts,
  type ImportRun,
  ImportsService,
  type IntakeOutcome,
  IntakeService,
  type SentItem,
} from '#conversations';
import { coded, ExpectedStop, Refused } from '#platform';
import { number as shown, type Progress, progressOf } from '../progress.js';
import type { Mapping } from './mapping.js';
import { type FrequentProblem, ProblemTally } from './problem-tally.js';
import { bytesOf, cannotBeRead, sizeOf } from './open-file.js';
import { type FileRecord, recordsOf } from './records.js';
import { refusalOf, RejectsFile } from './rejects-file.js';

/** Conversations that are stored in one transaction, together with how far the file has come. */
const CHUNK_RECORDS = 200;
/** Bytes of them, about; a chunk ends with the record that reaches this. */
const CHUNK_BYTES = 1024 * 1024;

export interface ImportOptions {
  path: string;
  mapping: Mapping | null;
  rejectsPath: string;
  /** Forget how far an earlier run of the same file has come. */
  restart: boolean;
  title: string;
}

export interface ImportResult extends ImportCounts {
  /** The record after which this run went on, when an earlier run was interrupted. */
  resumedAfter: number;
  /** What most of the records have that this run refused. */
  mostFrequent: FrequentProblem | null;
  /** Why the file could not be read to its end, when it could not. */
  broken: string | null;
}

/** Imports a file so that it can be killed at any moment and started again, with the same result as one run. */
export async function importFile(
  app: INestApplicationContext,
  actor: Actor,
  options: ImportOptions,
): Promise<ImportResult> {
  const size = await sizeOf(options.path);
  const file = size === null ? null : { fingerprint: await fingerprint(options), name: basename(options.path) };
  const progress = progressOf(options.title, size);
  try {
    const run = () => new Importer(app, actor, options, file, progress).run();
    if (file === null) return await run(); // what comes over a pipe comes once
    const alone = await app.get(ImportsService, { strict: false }).alone(actor, file.fingerprint, run);
    if (alone === null) throw new ExpectedStop('Another process imports this file just now. Wait until it has ended.');
    return alone.result;
  } finally {
    progress.end();
  }
}

class Importer {
  private readonly intake: IntakeService;
  private readonly imports: ImportsService;
  private run_: ImportRun = fresh();
  private bytesRead = 0;
  private readonly rejects: RejectsFile;
  private readonly tally = new ProblemTally();

  constructor(
    app: INestApplicationContext,
    private readonly actor: Actor,
    private readonly options: ImportOptions,
    private readonly file: { fingerprint: Buffer; name: string } | null,
    private readonly progress: Progress,
  ) {
    this.intake = app.get(IntakeService, { strict: false });
    this.imports = app.get(ImportsService, { strict: false });
    this.rejects = new RejectsFile(options.rejectsPath, options.path);
  }

  async run(): Promise<ImportResult> {
    const earlier =
      this.file === null || this.options.restart
        ? undefined
        : await this.imports.find(this.actor, this.file.fingerprint);
    const resumed = earlier !== undefined && earlier.finishedAt === null ? earlier : undefined;
    if (resumed !== undefined) this.run_ = resumed;
    await this.rejects.cutTo(this.run_.rejectsBytes);
    const resumedAfter = this.run_.recordsDone;
    const broken = await this.storeAll(resumedAfter);
    if (this.file !== null && broken === null) {
      await this.imports.noteFinished(this.actor, this.file, { ...this.run_, finishedAt: new Date() });
    }
    return { ...this.run_.counts, resumedAfter, mostFrequent: this.tally.mostFrequent(), broken };
  }

  /** @returns why the file could not be read to its end, or null. */
  private async storeAll(skip: number): Promise<string | null> {
    const bytes = bytesOf(this.options.path, (count) => {
      this.bytesRead += count;
    });
    let chunk: FileRecord[] = [];
    let chunkBytes = 0;
    let storing: Promise<void> = Promise.resolve();
    let position = 0;
    let broken: string | null = null;
    try {
      for await (const record of recordsOf(bytes, this.options.mapping)) {
        position += 1;
        if (position <= skip) continue;
        chunk.push(record);
        chunkBytes += weightOf(record.item);
        if (chunk.length < CHUNK_RECORDS && chunkBytes < CHUNK_BYTES) continue;
        await storing; // the next chunk was read meanwhile
        storing = this.store(chunk, position);
        storing.catch(() => {}); // awaited above or below
        chunk = [];
        chunkBytes = 0;
      }
    } catch (error) {
      if (error instanceof ExpectedStop) throw error;
      broken = whyBroken(error, position);
    }
    await storing;
    if (chunk.length > 0) await this.store(chunk, position);
    return broken;
  }

  private async store(chunk: readonly FileRecord[], position: number): Promise<void> {
    const items = chunk.map(({ item }) => item);
    const outcomes = await this.intake.ingest(this.actor, 'import', items, async (tx, outcomes) => {
      const counts = add(this.run_.counts, outcomes);
      const refused = chunk.flatMap(({ number, item }, at) => refusalOf(number, item, outcomes[at]!)); // one outcome per item
      // Written before the commit: after a crash the file is cut back to what was committed.
      await this.rejects.cutTo(this.run_.rejectsBytes);
      const rejectsBytes = await this.rejects.append(refused);
      const next = { recordsDone: position, rejectsBytes, counts, finishedAt: null };
      if (this.file !== null) await this.imports.note(tx, this.file, next);
      this.pending = next;
    });
    this.run_ = this.pending;
    for (const outcome of outcomes) this.tally.add(outcome);
    const { accepted, duplicate, conflict, rejected } = this.run_.counts;
    const refused = conflict + rejected;
    this.progress.to(
      this.bytesRead,
      `${shown(accepted + duplicate)} conversations${refused > 0 ? `, ${shown(refused)} refused` : ''}`,
    );
  }

  private pending: ImportRun = fresh();
}

function fresh(): ImportRun {
  const counts = { accepted: 0, duplicate: 0, conflict: 0, rejected: 0, turns: 0 };
  return { recordsDone: 0, rejectsBytes: 0, counts, finishedAt: null };
}

function add(counts: ImportCounts, outcomes: readonly IntakeOutcome[]): ImportCounts {
  const of = (name: IntakeOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === name).length;
  return {
    accepted: counts.accepted + of('ACCEPTED'),
    duplicate: counts.duplicate + of('DUPLICATE'),
    conflict: counts.conflict + of('CONFLICT'),
    rejected: counts.rejected + of('REJECTED'),
    turns:
      counts.turns +
      outcomes.reduce((sum, outcome) => sum + ('turnsAccepted' in outcome ? outcome.turnsAccepted : 0), 0),
  };
}

function weightOf(item: SentItem): number {
  if ('bytes' in item) return item.bytes.length;
  const { turns } = item.value as { turns?: unknown }; // made by the mapping
  return Array.isArray(turns) ? turns.length * 300 : 300;
}

function whyBroken(error: unknown, position: number): string {
  const code = coded(error) ?? '';
  if (error instanceof Refused) return `${error.message} after record ${shown(position)}`;
  if (code === 'Z_BUF_ERROR') return `the gzip file is cut off after record ${shown(position)}`;
  if (code.startsWith('Z_')) return `the gzip file is damaged after record ${shown(position)}`;
  return `the file cannot be read after record ${shown(position)} (${code || (error instanceof Error ? error.name : 'unknown')})`;
}

/** The same bytes with the same mapping are the same import, whatever the file is called. */
async function fingerprint({ path, mapping }: ImportOptions): Promise<Buffer> {
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw cannotBeRead(path, error);
  }
  return hash.digest();
}
