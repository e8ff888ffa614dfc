import type pg from 'pg';
import { newId } from '#platform';
import { seconds } from './rounds.js';

/** The tables that the intake writes, parents first, and their columns; the outbox numbers its own rows. */
const COLUMNS = {
  conversation:
    'organisation_id id source external_id clone_id clone_version_id channel declared_language started_at received_at content_hash',
  turn: 'organisation_id conversation_id turn_index speaker said generated interrupted spoken_at ended_at confidence content_hash',
  accountability_record:
    'organisation_id conversation_id turn_index spoken_at outcome accountable_party_id fallback_party_id assignment_ids resolver_version',
  outbox: 'organisation_id event payload recorded_at available_at attempts',
} as const;
type Table = keyof typeof COLUMNS;
const TABLES = Object.keys(COLUMNS) as Table[]; // the keys just above

type Row = (string | Buffer | null)[];

/** All rows of one conversation, as the intake stored them. */
interface StoredConversation {
  id: string;
  rows: Record<Table, Row[]>;
}

export interface Way {
  batch: number;
  connections: number;
}

/** Puts rows that the product has stored once more into the same tables, under new ids, by plain multi-row INSERTs. */
export class BareInserts {
  private copies = 0;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly stored: readonly StoredConversation[],
    readonly turns: number,
  ) {}

  /** Reads the rows of the `count` conversations that were stored last. */
  static async of(pool: pg.Pool, count: number): Promise<BareInserts> {
    const newest = `SELECT id FROM conversation ORDER BY received_at DESC, id DESC LIMIT ${count}`;
    const ofConversation: Record<Table, string> = {
      conversation: 'id',
      turn: 'conversation_id',
      accountability_record: 'conversation_id',
      outbox: `(payload->>'conversationId')::uuid`,
    };
    const byId = new Map<string, StoredConversation>();
    let turns = 0;
    for (const table of TABLES) {
      const columns = COLUMNS[table].split(' ').map((name) => (name === 'content_hash' ? name : `${name}::text`));
      const { rows } = await pool.query<Row>({
        text: `SELECT ${ofConversation[table]}::text, ${columns.join(', ')} FROM ${table} WHERE ${ofConversation[table]} IN (${newest})`,
        rowMode: 'array',
      });
      if (table === 'turn') turns = rows.length;
      for (const [id, ...row] of rows as [string, ...Row][]) {
        if (!byId.has(id))
          byId.set(id, { id, rows: { conversation: [], turn: [], accountability_record: [], outbox: [] } });
        byId.get(id)!.rows[table].push(row);
      }
    }
    return new BareInserts(pool, [...byId.values()], turns);
  }

  /** Inserts one more copy. @returns turns a second; making the statements does not count */
  async insert({ batch, connections }: Way): Promise<number> {
    this.copies += 1;
    const copies = this.stored.map((conversation) => underNewId(conversation, `bare-${this.copies}`));
    const share = Math.ceil(copies.length / connections);
    const work = await Promise.all(
      Array.from({ length: connections }, async (_, at) => ({
        client: await this.pool.connect(),
        statements: statementsFor(copies.slice(at * share, (at + 1) * share), batch),
      })),
    );
    const took = await seconds(() =>
      Promise.all(
        work.map(async ({ client, statements }) => {
          for (const statement of statements) await client.query(statement);
        }),
      ),
    );
    for (const { client } of work) client.release();
    return this.turns / took;
  }
}

function underNewId({ id, rows }: StoredConversation, suffix: string): StoredConversation {
  const fresh = newId();
  const external = COLUMNS.conversation.split(' ').indexOf('external_id');
  const renamed = (row: Row): Row => row.map((value) => (typeof value === 'string' ? value.replace(id, fresh) : value));
  return {
    id: fresh,
    rows: {
      conversation: rows.conversation
        .map(renamed)
        .map((row) => row.with(external, `${suffix} ${String(row[external])}`)),
      turn: rows.turn.map(renamed),
      accountability_record: rows.accountability_record.map(renamed),
      outbox: rows.outbox.map(renamed),
    },
  };
}

function statementsFor(conversations: readonly StoredConversation[], batch: number): pg.QueryConfig[] {
  return TABLES.flatMap((table) => {
    const rows = conversations.flatMap((conversation) => conversation.rows[table]);
    const statements: pg.QueryConfig[] = [];
    for (let from = 0; from < rows.length; from += batch)
      statements.push(multiRow(table, rows.slice(from, from + batch)));
    return statements;
  });
}

function multiRow(table: Table, rows: readonly Row[]): pg.QueryConfig {
  const columns = COLUMNS[table].split(' ');
  const tuple = (row: number) => `(${columns.map((_, at) => `$${row * columns.length + at + 1}`).join(',')})`;
  const text = `INSERT INTO ${table} (${columns.join(',')}) VALUES ${rows.map((_, row) => tuple(row)).join(',')}`;
  return { text, values: rows.flat() };
}
