import { KeysService } from '#accounts';
import { ImportsService } from '#conversations';
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
  const file = { fingerprint: Buffer.from('the same file'), name: mark };
  const counts = { accepted: 1, duplicate: 0, conflict: 0, rejected: 0, turns: 3 };
  await world
    .get(ImportsService)
    .noteFinished(owner, file, { recordsDone: 1, rejectsBytes: 0, counts, finishedAt: new Date('2026-06-01') });
  await world.analysed(organisation.id);
  const row = [organisation.id, mark];
  await world.owner.query(`INSERT INTO model_spend VALUES ($1, '2026-06-01', length($2))`, row);
  await world.owner.query(
    `INSERT INTO dead_letter VALUES ($1, gen_random_uuid(), $2, '{}', 5, $2, '2026-06-01', '2026-06-02')`,
    row,
  );
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
