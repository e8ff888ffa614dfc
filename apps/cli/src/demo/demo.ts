import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountabilityService } from '#accountability';
import { KeysService, type Organisation, OrganisationsService, SCOPES } from '#accounts';
import { ClonesService } from '#clones';
import { type IntakeOutcome, IntakeService, linesOf, readJson } from '#conversations';
import { projectRoot } from '#platform';
import { progressOf } from '../progress.js';
import { operatorOf } from '../session.js';
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
/** Conversations of the sample that are stored at a time; small, so that the bar moves. */
const CHUNK = 20;

/** What a person signs in with. Kept in the data folder, readable by its owner only. */
export interface DemoCredentials {
  email: string;
  password: string;
  key: string;
}

/** The demo organisation, made when the database holds none at all. @returns null when there are only other ones. */
export async function ensureDemo(
  app: INestApplicationContext,
  folder: string,
): Promise<{ organisation: Organisation; credentials: DemoCredentials | null; isNew: boolean } | null> {
  const organisations = app.get(OrganisationsService, { strict: false });
  const existing = await organisations.findBySlug(ORGANISATION.slug);
  const file = join(folder, 'demo-credentials.json');
  if (existing !== null) return { organisation: existing, credentials: readCredentials(file), isNew: false };
  if ((await organisations.list()).length > 0) return null;
  const organisation = await organisations.create(ORGANISATION);
  await addPeopleAndClones(app, organisation);
  const credentials = await makeCredentials(app, organisation);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  return { organisation, credentials, isNew: true };
}

/** Imports the bundled sample; what is there already stays. @returns how many conversations were new */
export async function importSample(app: INestApplicationContext, organisation: Organisation): Promise<number> {
  const intake = app.get(IntakeService, { strict: false });
  const actor = operatorOf(organisation);
  const path = join(projectRoot(), 'data/sample/nordpay.ndjson');
  const values: unknown[] = [];
  for await (const lines of linesOf(createReadStream(path))) {
    for (const { bytes } of lines) {
      const json = readJson(bytes);
      if (json.ok) values.push(moveTimes(json.value, shiftFor(organisation)));
    }
  }
  const progress = progressOf('Importing the sample', values.length);
  const outcomes: IntakeOutcome[] = [];
  for (let at = 0; at < values.length; at += CHUNK) {
    outcomes.push(
      ...(await intake.ingest(
        actor,
        'import',
        values.slice(at, at + CHUNK).map((value) => ({ value })),
      )),
    );
    progress.to(outcomes.length, `${outcomes.length} of ${values.length} conversations`);
  }
  progress.end();
  return outcomes.filter(({ outcome }) => outcome === 'ACCEPTED').length;
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

async function addPeopleAndClones(app: INestApplicationContext, organisation: Organisation): Promise<void> {
  const clones = app.get(ClonesService, { strict: false });
  const accountability = app.get(AccountabilityService, { strict: false });
  const shift = shiftFor(organisation);
  const validFrom = new Date(Date.parse(REGISTER_FROM) + shift);
  const common = { validFrom, recordedAt: validFrom, basis: 'internal mandate' };
  const ids = new Map<string, string>();
  for (const { versions, ...given } of CLONES) {
    const clone = await clones.add(organisation.id, { ...given, name: `${given.principalName} (clone)` });
    ids.set(given.handle, clone.id);
    for (const label of versions) {
      await clones.addVersion(organisation.id, {
        cloneId: clone.id,
        label,
        provider: 'NordVoice',
        model: 'nordvoice-L 04',
      });
    }
  }
  const deployer = await accountability.addParty(organisation.id, { kind: 'ENTITY', name: DEPLOYER, title: null });
  const whole = { cloneId: null, channel: null, validTo: null };
  await accountability.assign(organisation.id, { ...common, ...whole, role: 'DEPLOYER_ENTITY', partyId: deployer.id });
  for (const { name, title, clone, channel, until } of ASSIGNMENTS) {
    const party = await accountability.addParty(organisation.id, { kind: 'PERSON', name, title });
    const validTo = until === undefined ? null : new Date(Date.parse(until) + shift);
    const scope = { cloneId: ids.get(clone) ?? null, channel };
    await accountability.assign(organisation.id, {
      ...common,
      ...scope,
      validTo,
      role: 'ACCOUNTABLE',
      partyId: party.id,
    });
  }
}

async function makeCredentials(app: INestApplicationContext, { id }: Organisation): Promise<DemoCredentials> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const person = { email: DEMO_EMAIL, name: DEMO_PERSON, role: 'OWNER' as const, password };
  await app.get(OrganisationsService, { strict: false }).addPerson(id, person);
  const { secret } = await app.get(KeysService, { strict: false }).create(id, { name: 'demo', scopes: SCOPES });
  return { email: DEMO_EMAIL, password, key: secret };
}

function readCredentials(file: string): DemoCredentials | null {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials; // written by us
}
