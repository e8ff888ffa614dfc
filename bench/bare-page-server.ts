import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import pg from 'pg';

/** The page as somebody would write it who needs nothing but this page: no framework, no GraphQL, no keys, no row-level security. */
const [databaseUrl, organisationId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

type Row = Record<string, unknown>;
const SEVERITIES = ['', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

const LIST = `SELECT id, started_at, external_id, channel, clone_id FROM conversation
  WHERE organisation_id = $1 AND ($2::timestamptz IS NULL OR (started_at, id) < ($2, $3::uuid))
  ORDER BY started_at DESC, id DESC LIMIT $4`;
const CLONES = 'SELECT id AS key, name FROM clone WHERE organisation_id = $1 AND id = ANY($2::uuid[])';
const PARTIES = 'SELECT id AS key, name FROM party WHERE organisation_id = $1 AND id = ANY($2::uuid[])';
const DIGESTS = `SELECT conversation_id AS key, language, sentiment, topics, highest_severity FROM conversation_digest
  WHERE organisation_id = $1 AND conversation_id = ANY($2::uuid[])`;
const TURNS = `SELECT t.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
  SELECT conversation_id AS key, turn_index, speaker, said, spoken_at FROM turn
  WHERE organisation_id = $1 AND conversation_id = wanted.id ORDER BY turn_index LIMIT 50) AS t`;
const SIGNALS = `SELECT conversation_id AS key, turn_index, detector, code, outcome, score, label FROM signal
  WHERE organisation_id = $1 AND conversation_id = ANY($2::uuid[]) ORDER BY conversation_id, turn_index, detector, code`;
const FLAGS = `SELECT conversation_id AS key, turn_index, code, severity, reason, evidence FROM flag
  WHERE organisation_id = $1 AND conversation_id = ANY($2::uuid[]) ORDER BY conversation_id, turn_index, severity DESC, code`;
const RECORDS = `SELECT conversation_id AS key, turn_index, outcome, accountable_party_id, fallback_party_id FROM accountability_record
  WHERE organisation_id = $1 AND conversation_id = ANY($2::uuid[]) ORDER BY conversation_id, turn_index`;

function rowsOf(sql: string): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const { rows } = await pool.query<Row>({ name: sql.slice(0, 60), text: sql, values: [organisationId, keys] });
    const byKey = Map.groupBy(rows, ({ key }) => key);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

class Page {
  private readonly clones = rowsOf(CLONES);
  private readonly parties = rowsOf(PARTIES);
  private readonly digests = rowsOf(DIGESTS);
  private readonly turns = rowsOf(TURNS);
  private readonly signals = rowsOf(SIGNALS);
  private readonly flags = rowsOf(FLAGS);
  private readonly records = rowsOf(RECORDS);

  async of(after: string | null, first: number): Promise<object> {
    const [startedAt, id] =
      after === null ? [null, null] : (JSON.parse(Buffer.from(after, 'base64url').toString()) as string[]); // one of ours
    const values = [organisationId, startedAt, id, first + 1];
    const { rows } = await pool.query<Row>({ name: 'list', text: LIST, values });
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const endCursor = last === undefined ? null : Buffer.from(JSON.stringify([last['started_at'], last['id']])).toString('base64url'); // prettier-ignore
    const edges = await Promise.all(shown.map(async (row) => ({ node: await this.conversation(row) })));
    return { conversations: { pageInfo: { hasNextPage: rows.length > first, endCursor }, edges } };
  }

  private async conversation(row: Row): Promise<object> {
    const id = row['id'] as string; // a uuid column, as all ids below
    const [clones, digests, flags, turns, signals, records] = await Promise.all([
      this.clones.load(row['clone_id'] as string),
      this.digests.load(id),
      this.flags.load(id),
      this.turns.load(id),
      this.signals.load(id),
      this.records.load(id),
    ]);
    const [digest] = digests;
    return {
      id: Buffer.from(`Conversation:${id}`).toString('base64url'),
      externalId: row['external_id'],
      channel: row['channel'],
      startedAt: row['started_at'],
      clone: { name: clones[0]?.['name'] },
      digest: digest === undefined ? null : { language: digest['language'], sentiment: digest['sentiment'], topics: digest['topics'], highestSeverity: severity(digest['highest_severity']) }, // prettier-ignore
      flags: flags.map((flag) => ({ code: flag['code'], severity: severity(flag['severity']) })),
      turns: { edges: await Promise.all(turns.map(async (turn) => ({ node: await this.turn(turn, signals, flags, records) }))) }, // prettier-ignore
    };
  }

  private async turn(turn: Row, signals: Row[], flags: Row[], records: Row[]): Promise<object> {
    const here = ({ turn_index: index }: Row) => index === turn['turn_index'];
    const record = records.find(here);
    return {
      index: turn['turn_index'],
      speaker: turn['speaker'],
      said: turn['said'],
      spokenAt: turn['spoken_at'],
      signals: signals.filter(here).map(({ detector, code, outcome, score, label }) => ({ detector, code, outcome, score, label })), // prettier-ignore
      flags: flags.filter(here).map(({ code, severity: level, reason, evidence }) => ({
        code,
        severity: severity(level),
        reason,
        evidence: (evidence as Row[]).map(({ start, end, quote }) => ({ start, end, quote })), // a list in jsonb
      })),
      accountability: record === undefined ? null : {
        outcome: record['outcome'],
        accountable: await this.party(record['accountable_party_id']),
        fallback: await this.party(record['fallback_party_id']),
      },
    }; // prettier-ignore
  }

  private async party(id: unknown): Promise<object | null> {
    if (id === null) return null;
    const [party] = await this.parties.load(id as string); // a uuid column
    return party === undefined ? null : { name: party['name'] };
  }
}

function severity(level: unknown): string | null {
  return level === null ? null : (SEVERITIES[level as number] ?? null); // 1 to 4
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(parts).toString()) as {
      variables: { after: string | null; first: number };
    }; // sent by the bench
    void new Page().of(variables.after, variables.first).then((data) => {
      const body = Buffer.from(JSON.stringify({ data }));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }; // it listens on TCP
  process.stderr.write(`${JSON.stringify({ event: 'api-started', address: `http://127.0.0.1:${port}` })}\n`);
});
