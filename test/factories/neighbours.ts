import { AssignmentsService } from '#accountability';
import { Secret, TOTP } from 'otpauth';
import {
  AccessRecordsService,
  InvitationsService,
  KeysService,
  OrganisationsService,
  PeopleService,
  SecondFactorService,
  SignInResetsService,
} from '#accounts';
import { ImportsService } from '#conversations';
import { EndpointsService } from '#notices';
import { newId } from '#platform';
import type { GraphqlClient } from '../support/graphql-client.js';
import { eventually } from '../support/eventually.js';
import type { World } from '../support/world.js';
import { conversation, INGEST, RISKY_REPLY, type SentConversation } from './conversations.js';
import { makeOrganisation, signIn, type SmallOrganisation } from './organisations.js';

/** An organisation whose every text holds its mark. */
export interface Neighbour extends SmallOrganisation {
  /** A word that only this organisation's texts hold. */
  mark: string;
  /** Cookie of a signed-in owner. */
  cookie: string;
  /** That owner, who may ask everything. */
  person: GraphqlClient;
}

/** External ids that every neighbour uses, so that they collide if anything lets them. */
export const SHARED_IDS = ['shared-1', 'shared-2', 'shared-3'];

/** The conversations of a neighbour: the identities and clone handle of all others, words of its own. */
export function sharedConversations(mark: string): SentConversation[] {
  return SHARED_IDS.map((externalId, at) =>
    conversation({
      source: 'shared',
      externalId,
      cloneVersion: '1.0',
      startedAt: `2026-06-0${at + 1}T10:00:00Z`,
      turns: [
        { speaker: 'CALLER', said: `${mark} I am angry about the late fee`, generated: `${mark} generated` },
        { speaker: 'CLONE', said: `${mark}. ${RISKY_REPLY}` },
        { speaker: 'CALLER', said: `${mark} thank you` },
      ],
    }),
  );
}

/** Makes an organisation that uses the same names as its neighbours, and still holds nothing. */
export async function moveIn(world: World, mark: string): Promise<Neighbour> {
  const small = await makeOrganisation(world);
  const cookie = await signIn(world, small.organisation, 'OWNER');
  return { ...small, mark, cookie, person: world.client(cookie) };
}

/** Puts at least one row of the organisation into every table but the outbox, which is worked off. */
export async function fill(world: World, neighbour: Neighbour): Promise<void> {
  const { organisation, mark, client, owner } = neighbour;
  const sent = sharedConversations(mark);
  await client.ask(INGEST, { input: { conversations: sent } });
  const refused = sent.map((one) => ({ ...one, externalId: `${mark}-${one.externalId}`, clone: `${mark}-unknown` }));
  await client.ask(INGEST, { input: { conversations: refused } });
  const keys = world.get(KeysService);
  const { key } = await keys.create(organisation.id, { name: mark, scopes: [], cloneIds: [neighbour.clone.id] });
  await keys.rotate(organisation.id, key.id);
  await keys.revoke(organisation.id, key.prefix);
  await eventually('the use of the key is noted', async () =>
    (await keys.list(organisation.id)).some(({ lastUsedAt }) => lastUsedAt !== null),
  );
  const inside = { cloneId: null, channel: 'INTERNAL' as const, title: null, basis: mark };
  for (const [name, from] of [
    [`${mark} first`, '2026-05-01'],
    [`${mark} then`, '2026-05-02'],
  ] as const)
    await world.get(AssignmentsService).appoint(organisation.id, { ...inside, name, from: new Date(from) });
  const file = { fingerprint: Buffer.from('the same file'), name: mark };
  const counts = { accepted: 1, duplicate: 0, conflict: 0, rejected: 0, turns: 3 };
  await world
    .get(ImportsService)
    .noteFinished(owner, file, { recordsDone: 1, rejectsBytes: 0, counts, finishedAt: new Date('2026-06-01') });
  await changePeople(world, neighbour);
  await world.analysed(organisation.id);
  await addWebhook(world, neighbour);
  const row = [organisation.id, mark];
  await world.owner.query(`INSERT INTO model_spend VALUES ($1, '2026-06-01', length($2))`, row);
  await world.owner.query(
    `INSERT INTO person_identity SELECT organisation_id, id, 'https://openid.example', id::text, '2026-06-01'
     FROM person WHERE organisation_id = $1 LIMIT 1`,
    [organisation.id],
  );
  await world.owner.query(
    `INSERT INTO dead_letter VALUES ($1, gen_random_uuid(), $2, '{}', 5, $2, '2026-06-01', '2026-06-02')`,
    row,
  );
}

/** Somebody who had another role once, and was away for a while; and two who were invited in vain. */
async function changePeople(world: World, neighbour: Neighbour): Promise<void> {
  const { organisation, mark, owner } = neighbour;
  const given = { email: `guest@${mark}.example`, name: `${mark} guest`, role: 'MANAGER' as const, password: mark };
  const { id } = await world.get(OrganisationsService).addPerson(organisation.id, given);
  const people = world.get(PeopleService);
  await people.changeRole(owner, id, 'AUDITOR');
  await people.deactivate(owner, id);
  await people.reactivate(owner, id);
  await useSecondFactor(world, neighbour, id);
  const resets = world.get(SignInResetsService);
  for (const removesSecondFactor of [true, false]) await resets.issue(owner, id, removesSecondFactor); // replaces the first
  for (const required of [true, false]) await world.get(AccessRecordsService).requireReasons(owner, required);
  const invitations = world.get(InvitationsService);
  for (const one of ['early', 'late']) {
    const whom = { email: `${one}@${mark}.example`, name: `${mark} ${one}`, role: 'AUDITOR' as const };
    const invited = await invitations.invite(owner, whom);
    if (invited.outcome === 'INVITED') await invitations.revoke(owner, invited.invitation.id);
  }
}

/** A second factor that was used and taken away again. */
async function useSecondFactor(world: World, { organisation, mark }: Neighbour, id: string): Promise<void> {
  const service = world.get(SecondFactorService);
  const guest = { kind: 'PERSON' as const, organisationId: organisation.id, id, name: mark, role: 'AUDITOR' as const };
  const offered = await service.enrol(guest);
  if (offered === null) throw new Error('A new person has no second factor.');
  await service.confirm(guest, TOTP.generate({ secret: Secret.fromBase32(offered.secret) }));
  await service.disable(guest, mark);
}

/** An endpoint that is disabled, so that no test sends anything out, with two dead deliveries that were sent again before. */
async function addWebhook(world: World, { organisation, mark, owner }: Neighbour): Promise<void> {
  const endpoints = world.get(EndpointsService);
  const given = { url: `https://${mark}.invalid/`, eventTypes: ['flag.raised'], description: mark };
  const made = await endpoints.create(owner, given);
  if ('refused' in made) throw new Error(made.because);
  await endpoints.update(owner, made.endpoint.id, { enabled: false });
  for (const delivery of [newId(), newId()]) {
    const notice = newId();
    await world.owner.query(`INSERT INTO notice VALUES ($1, $2, 'flag.raised', $3, '2026-06-01')`, [
      organisation.id,
      notice,
      JSON.stringify({ mark }),
    ]);
    await world.owner.query(
      `INSERT INTO webhook_delivery VALUES ($1, $2, $3, $4, 'DEAD', 11, 11, '2026-06-02', NULL, 500, 'STATUS', '2026-06-01', '2026-06-02')`,
      [organisation.id, delivery, made.endpoint.id, notice],
    );
    await world.owner.query(`INSERT INTO webhook_resend VALUES ($1, $2, $3, NULL, $4, '2026-06-01')`, [
      organisation.id,
      newId(),
      delivery,
      mark,
    ]);
  }
}

/** Leaves an event in the outbox that no worker takes: the one table that `fill` leaves empty in the end. */
export async function leaveEvent(world: World, { organisation, mark }: Neighbour): Promise<void> {
  await world.owner.query(
    `INSERT INTO outbox (organisation_id, event, payload, recorded_at, available_at)
     VALUES ($1, $2, '{}', '2026-06-01', '2100-01-01')`,
    [organisation.id, mark],
  );
}

/** Every row of the organisation in every table, as one text: the same text means that nothing was changed. */
export async function everythingOf(world: World, organisationId: string): Promise<string> {
  const parts = [];
  for (const { table, column } of await tenantTables(world)) {
    const { rows } = await world.owner.query<{ rows: string }>(
      `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS rows FROM ${table} t WHERE ${column} = $1`,
      [organisationId],
    );
    parts.push(`${table}\n${rows[0]!.rows}`); // an aggregate has one row
  }
  return parts.join('\n\n');
}

export interface TenantTable {
  table: string;
  /** The column that names the organisation. */
  column: string;
}

/** Every table of the schema, read from the catalogue; the list of migrations belongs to nobody. */
export async function tenantTables(world: World): Promise<TenantTable[]> {
  const { rows } = await world.owner.query<{ table: string }>(
    `SELECT relname AS table FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f') AND relname <> 'migrations' ORDER BY 1`,
  );
  return rows.map(({ table }) => ({ table, column: table === 'organisation' ? 'id' : 'organisation_id' }));
}
