import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountabilityService, Assignment, Party } from '#accountability';
import { KeysService, operatorOf, type Organisation, OrganisationsService, Person, USUAL_SCOPES } from '#accounts';
import { ClonesService } from '#clones';
import { ImportsService, type IntakeOutcome, IntakeService } from '#conversations';
import { Database } from '#database';
import { projectRoot, sha256 } from '#platform';
import { progressOf } from '../progress.js';
import { type DemoCredentials, readCredentials, writeCredentials } from './credentials.js';
import {
  ASSIGNMENTS,
  CLONES,
  DEMO_EMAIL,
  DEMO_PERSON,
  DEPLOYER,
  ORGANISATION,
  REGISTER_FROM,
  SAMPLE_END,
} from './scenario.js';

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;
const PASSWORD_BYTES = 9;
const SAMPLE = 'nordpay.ndjson';
const COUNTED_AS = {
  ACCEPTED: 'accepted',
  DUPLICATE: 'duplicate',
  CONFLICT: 'conflict',
  REJECTED: 'rejected',
} as const;
/** Conversations of the sample that are stored at a time; small, so that the bar moves. */
const CHUNK = 20;

/**
 * The demo organisation, made when the database holds none at all; what a killed process left half made is completed.
 * @returns null when there are only other organisations
 */
export async function ensureDemo(
  app: INestApplicationContext,
  folder: string,
): Promise<{ organisation: Organisation; credentials: DemoCredentials | null } | null> {
  const organisations = app.get(OrganisationsService, { strict: false });
  const existing = await organisations.findBySlug(ORGANISATION.slug);
  if (existing === null && (await organisations.list()).length > 0) return null;
  const organisation = existing ?? (await organisations.create(ORGANISATION));
  await ensureClones(app, organisation);
  await ensureAssignments(app, organisation);
  return { organisation, credentials: await ensureCredentials(app, organisation, folder) };
}

/**
 * Imports the bundled sample; what is there already stays.
 * @returns how many conversations were new; none, and no bar is shown, when all of it was taken in before
 */
export async function importSample(app: INestApplicationContext, organisation: Organisation): Promise<number> {
  const bytes = readFileSync(join(projectRoot(), 'data/sample', SAMPLE));
  const file = { fingerprint: sha256(bytes), name: SAMPLE };
  const imports = app.get(ImportsService, { strict: false });
  const actor = operatorOf(organisation.id);
  if ((await imports.find(actor, file.fingerprint))?.finishedAt) return 0;
  const outcomes = await storeSample(app, organisation, bytes);
  const counts = { accepted: 0, duplicate: 0, conflict: 0, rejected: 0, turns: 0 };
  for (const { outcome } of outcomes) counts[COUNTED_AS[outcome]] += 1;
  if (counts.conflict + counts.rejected === 0) {
    const run = { recordsDone: outcomes.length, rejectsBytes: 0, counts, finishedAt: new Date() };
    await imports.noteFinished(actor, file, run);
  }
  return counts.accepted;
}

async function storeSample(app: INestApplicationContext, organisation: Organisation, bytes: Buffer) {
  const intake = app.get(IntakeService, { strict: false });
  const shift = shiftFor(organisation);
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  const values = lines.map((line) => moveTimes(JSON.parse(line), shift));
  const progress = progressOf('Importing the sample', values.length);
  const outcomes: IntakeOutcome[] = [];
  for (let at = 0; at < values.length; at += CHUNK) {
    const items = values.slice(at, at + CHUNK).map((value) => ({ value }));
    outcomes.push(...(await intake.ingest(operatorOf(organisation.id), 'import', items)));
    progress.to(outcomes.length, `${outcomes.length} of ${values.length} conversations`);
  }
  progress.end();
  return outcomes;
}

/** Whole weeks that bring the sample's end to just before the organisation was made; weekdays stay what they are. */
function shiftFor({ createdAt }: Organisation): number {
  return Math.floor((createdAt.getTime() - Date.parse(SAMPLE_END)) / WEEK_MILLISECONDS) * WEEK_MILLISECONDS;
}

function moveTimes(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => moveTimes(one, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      /^(started|ended)At$/.test(name) ? moved(String(field), by) : moveTimes(field, by),
    ]),
  );
}

function moved(moment: string, by: number): string {
  return new Date(Date.parse(moment) + by).toISOString();
}

async function ensureClones(app: INestApplicationContext, organisation: Organisation): Promise<void> {
  const clones = app.get(ClonesService, { strict: false });
  const actor = operatorOf(organisation.id);
  const known = new Map((await clones.list(actor)).map((clone) => [clone.handle, clone]));
  for (const { versions, ...given } of CLONES) {
    const clone =
      known.get(given.handle) ??
      (await clones.add(organisation.id, { ...given, name: `${given.principalName} (clone)` }));
    const labels = (await clones.versionsOf(actor, [clone.id])).map(({ label }) => label);
    for (const label of versions.filter((one) => !labels.includes(one))) {
      const version = { cloneId: clone.id, label, provider: 'NordVoice', model: 'nordvoice-L 04' };
      await clones.addVersion(organisation.id, version);
    }
  }
}

async function ensureAssignments(app: INestApplicationContext, organisation: Organisation): Promise<void> {
  const shift = shiftFor(organisation);
  const validFrom = new Date(Date.parse(REGISTER_FROM) + shift);
  const common = { validFrom, recordedAt: validFrom, basis: 'internal mandate' };
  const clones = await app.get(ClonesService, { strict: false }).list(operatorOf(organisation.id));
  const known = await partiesAssigned(app, organisation);
  if (!known.has(DEPLOYER)) {
    const assignment = { ...common, cloneId: null, channel: null, validTo: null, role: 'DEPLOYER_ENTITY' as const };
    await assignTo(app, organisation, { kind: 'ENTITY', name: DEPLOYER, title: null }, assignment);
  }
  for (const { name, title, clone, channel, until } of ASSIGNMENTS) {
    if (known.has(name)) continue;
    const validTo = until === undefined ? null : new Date(Date.parse(until) + shift);
    const cloneId = clones.find(({ handle }) => handle === clone)?.id ?? null;
    const assignment = { ...common, cloneId, channel, validTo, role: 'ACCOUNTABLE' as const };
    await assignTo(app, organisation, { kind: 'PERSON', name, title }, assignment);
  }
}

function partiesAssigned(app: INestApplicationContext, { id }: Organisation): Promise<Set<string>> {
  return app.get(Database, { strict: false }).read(id, async (tx) => {
    const assigned = new Set((await tx.entities.find(Assignment)).map(({ partyId }) => partyId));
    const parties = await tx.entities.find(Party);
    return new Set(parties.filter((party) => assigned.has(party.id)).map(({ name }) => name));
  });
}

async function assignTo(
  app: INestApplicationContext,
  { id }: Organisation,
  party: Parameters<AccountabilityService['addParty']>[1],
  assignment: Omit<Parameters<AccountabilityService['assign']>[1], 'partyId'>,
): Promise<void> {
  const accountability = app.get(AccountabilityService, { strict: false });
  const { id: partyId } = await accountability.addParty(id, party);
  await accountability.assign(id, { ...assignment, partyId });
}

/** @returns null when they are not in the folder: it is another one than the demo was made with, or they were removed */
async function ensureCredentials(
  app: INestApplicationContext,
  { id }: Organisation,
  folder: string,
): Promise<DemoCredentials | null> {
  const database = app.get(Database, { strict: false });
  const isThere = await database.system((tx) => tx.entities.existsBy(Person, { email: DEMO_EMAIL }));
  let credentials = readCredentials(folder, id);
  if (credentials === null) {
    if (isThere) return null;
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    credentials = { organisationId: id, email: DEMO_EMAIL, password };
    writeCredentials(folder, credentials); // before the person exists: a password must not get lost
  }
  if (!isThere) {
    const { password } = credentials;
    const person = { email: DEMO_EMAIL, name: DEMO_PERSON, role: 'OWNER' as const, password };
    await app.get(OrganisationsService, { strict: false }).addPerson(id, person);
  }
  if (credentials.key !== undefined) return credentials;
  const { secret } = await app.get(KeysService, { strict: false }).create(id, { name: 'demo', scopes: USUAL_SCOPES });
  const complete = { ...credentials, key: secret };
  writeCredentials(folder, complete);
  return complete;
}
