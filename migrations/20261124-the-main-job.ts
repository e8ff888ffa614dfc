import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first tables: who may come in, clones, who answers, conversations, what was measured and flagged, the outbox.
 * Every row names its organisation, and keys begin with it, so that a foreign key cannot cross organisations either.
 */
export class TheMainJob1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      ROLES,
      ACCOUNTS,
      CLONES,
      CONVERSATIONS,
      ACCOUNTABILITY,
      ANALYSIS,
      MODERATION,
      INSIGHTS,
      QUEUE,
    ]) {
      await runner.query(part);
    }
    for (const [table, rights] of Object.entries(APPLICATION_RIGHTS)) await runner.query(fence(table, rights));
    for (const [table, rights] of Object.entries(SYSTEM_RIGHTS)) await runner.query(openToSystem(table, rights));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ROLES = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'answerable_app') THEN CREATE ROLE answerable_app NOLOGIN NOBYPASSRLS; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'answerable_system') THEN CREATE ROLE answerable_system NOLOGIN NOBYPASSRLS; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server is being migrated too
END $$;
GRANT answerable_app, answerable_system TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO answerable_app, answerable_system;
CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('answerable.organisation', true), '')::uuid $$;`;

const ACCOUNTS = `
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text NOT NULL,
  time_zone text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE person (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person
);
CREATE TABLE service_key (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE TABLE service_key_revocation (
  organisation_id uuid NOT NULL,
  service_key_id uuid NOT NULL,
  revoked_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, service_key_id),
  FOREIGN KEY (organisation_id, service_key_id) REFERENCES service_key
);`;

const CLONES = `
CREATE TABLE clone (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  handle text NOT NULL CHECK (handle ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text NOT NULL,
  principal_name text NOT NULL,
  principal_title text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, handle)
);
CREATE TABLE clone_version (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  clone_id uuid NOT NULL,
  label text NOT NULL,
  provider text NOT NULL,
  model text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, clone_id, label),
  FOREIGN KEY (organisation_id, clone_id) REFERENCES clone
);`;

const CONVERSATIONS = `
CREATE TABLE conversation (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  source text NOT NULL,
  external_id text NOT NULL,
  clone_id uuid NOT NULL,
  clone_version_id uuid,
  channel text NOT NULL,
  declared_language text,
  started_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  content_hash bytea NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, source, external_id),
  FOREIGN KEY (organisation_id, clone_id) REFERENCES clone,
  FOREIGN KEY (organisation_id, clone_version_id) REFERENCES clone_version
);
CREATE INDEX conversation_newest ON conversation (organisation_id, started_at DESC, id DESC);
CREATE TABLE turn (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL CHECK (turn_index >= 0),
  speaker text NOT NULL CHECK (speaker IN ('CALLER', 'CLONE', 'STAFF')),
  said text NOT NULL,
  generated text,
  interrupted boolean NOT NULL,
  spoken_at timestamptz NOT NULL,
  ended_at timestamptz,
  confidence real,
  content_hash bytea NOT NULL,
  PRIMARY KEY (organisation_id, conversation_id, turn_index),
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation
);
CREATE TABLE quarantine (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('CONFLICT', 'REJECTED')),
  route text NOT NULL,
  source text,
  external_id text,
  problems jsonb NOT NULL,
  payload bytea NOT NULL,
  payload_bytes bigint NOT NULL,
  payload_hash bytea NOT NULL,
  received_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  times_seen integer NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, kind, payload_hash)
);
CREATE TABLE import_run (
  organisation_id uuid NOT NULL REFERENCES organisation,
  fingerprint bytea NOT NULL,
  file_name text NOT NULL,
  records_done bigint NOT NULL,
  rejects_bytes bigint NOT NULL,
  counts jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (organisation_id, fingerprint)
);`;

const ACCOUNTABILITY = `
CREATE TABLE party (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PERSON', 'ENTITY', 'VENDOR')),
  name text NOT NULL,
  title text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE TABLE assignment (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('ACCOUNTABLE', 'DEPLOYER_ENTITY')),
  party_id uuid NOT NULL,
  clone_id uuid,
  channel text,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  recorded_at timestamptz NOT NULL,
  basis text NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, party_id) REFERENCES party,
  FOREIGN KEY (organisation_id, clone_id) REFERENCES clone,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE TABLE accountability_record (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  spoken_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ACCOUNTABLE', 'GAP', 'CONFLICT')),
  accountable_party_id uuid,
  fallback_party_id uuid,
  assignment_ids uuid[] NOT NULL,
  resolver_version text NOT NULL,
  PRIMARY KEY (organisation_id, conversation_id, turn_index),
  FOREIGN KEY (organisation_id, conversation_id, turn_index) REFERENCES turn,
  CHECK ((outcome = 'ACCOUNTABLE') = (accountable_party_id IS NOT NULL))
);`;

const ANALYSIS = `
CREATE TABLE analysis (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  engine text NOT NULL,
  engine_version text NOT NULL,
  input_hash bytea NOT NULL,
  fallback_for text,
  fallback_reason text,
  cost_micro_usd bigint NOT NULL,
  latency_us integer NOT NULL,
  analysed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, conversation_id, turn_index, engine, engine_version),
  FOREIGN KEY (organisation_id, conversation_id, turn_index) REFERENCES turn
);
CREATE TABLE signal (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  engine text NOT NULL,
  engine_version text NOT NULL,
  detector text NOT NULL,
  code text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('SCORE', 'UNKNOWN')),
  score real,
  label text,
  spans jsonb NOT NULL,
  reason text,
  PRIMARY KEY (organisation_id, conversation_id, turn_index, engine, engine_version, detector, code),
  FOREIGN KEY (organisation_id, conversation_id, turn_index, engine, engine_version) REFERENCES analysis,
  CHECK ((outcome = 'SCORE') = (score IS NOT NULL))
);
CREATE TABLE model_spend (
  organisation_id uuid NOT NULL REFERENCES organisation,
  day date NOT NULL,
  micro_usd bigint NOT NULL,
  PRIMARY KEY (organisation_id, day)
);`;

const MODERATION = `
CREATE TABLE flag (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  rule_id text NOT NULL,
  rule_set_version text NOT NULL,
  code text NOT NULL,
  severity smallint NOT NULL CHECK (severity BETWEEN 1 AND 4),
  score real NOT NULL,
  engine text NOT NULL,
  engine_version text NOT NULL,
  evidence jsonb NOT NULL,
  reason text,
  clone_id uuid NOT NULL,
  channel text NOT NULL,
  spoken_at timestamptz NOT NULL,
  raised_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, conversation_id, turn_index, rule_id, rule_set_version, engine, engine_version),
  FOREIGN KEY (organisation_id, conversation_id, turn_index) REFERENCES turn
);
CREATE INDEX flag_newest ON flag (organisation_id, spoken_at DESC, id DESC);`;

const INSIGHTS = `
CREATE TABLE trend_count (
  organisation_id uuid NOT NULL REFERENCES organisation,
  bucket timestamptz NOT NULL,
  clone_id uuid NOT NULL,
  channel text NOT NULL,
  measure text NOT NULL CHECK (measure IN ('sentiment', 'topic')),
  key text NOT NULL,
  turns bigint NOT NULL,
  score_sum double precision NOT NULL,
  scored bigint NOT NULL,
  PRIMARY KEY (organisation_id, bucket, clone_id, channel, measure, key)
);
CREATE TABLE conversation_digest (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  language text,
  sentiment real,
  topics text[] NOT NULL,
  flags integer NOT NULL,
  highest_severity smallint,
  words tsvector NOT NULL,
  PRIMARY KEY (organisation_id, conversation_id),
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation
);
CREATE INDEX conversation_digest_words ON conversation_digest USING gin (words);
-- Row-level security keeps operators that are not leakproof, and @@ is one, away from indexes. This function looks the
-- words up as the tables' owner and filters by the organisation itself.
CREATE FUNCTION conversations_with_words(query tsquery) RETURNS TABLE (conversation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT conversation_id FROM public.conversation_digest
        WHERE words @@ query AND organisation_id = public.current_organisation() $$;
REVOKE ALL ON FUNCTION conversations_with_words(tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversations_with_words(tsquery) TO answerable_app;`;

const QUEUE = `
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  event text NOT NULL,
  payload jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  available_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX outbox_due ON outbox (organisation_id, event, id);
CREATE TABLE dead_letter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  event text NOT NULL,
  payload jsonb NOT NULL,
  attempts integer NOT NULL,
  error text NOT NULL,
  recorded_at timestamptz NOT NULL,
  died_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);`;

/** What the application may do, table by table. What is not listed here is refused by the database. */
const APPLICATION_RIGHTS = {
  organisation: 'SELECT',
  person: 'SELECT, INSERT',
  session: 'SELECT, INSERT, DELETE',
  service_key: 'SELECT, INSERT',
  service_key_revocation: 'SELECT, INSERT',
  clone: 'SELECT, INSERT',
  clone_version: 'SELECT, INSERT',
  party: 'SELECT, INSERT',
  assignment: 'SELECT, INSERT',
  conversation: 'SELECT, INSERT, UPDATE (received_at)', // the grant lets a writer lock the row; the column is never changed
  turn: 'SELECT, INSERT',
  quarantine: 'SELECT, INSERT, UPDATE (last_seen_at, times_seen)',
  import_run: 'SELECT, INSERT, UPDATE',
  accountability_record: 'SELECT, INSERT',
  analysis: 'SELECT, INSERT',
  signal: 'SELECT, INSERT',
  model_spend: 'SELECT, INSERT, UPDATE',
  flag: 'SELECT, INSERT',
  trend_count: 'SELECT, INSERT, UPDATE',
  conversation_digest: 'SELECT, INSERT, UPDATE',
  outbox: 'SELECT, INSERT, UPDATE, DELETE',
  dead_letter: 'SELECT, INSERT, DELETE',
} as const;

/** What must be read before the organisation is known: who knocks, and which organisation has work waiting. */
const SYSTEM_RIGHTS = {
  organisation: 'SELECT, INSERT',
  person: 'SELECT',
  session: 'SELECT',
  service_key: 'SELECT',
  service_key_revocation: 'SELECT',
  outbox: 'SELECT',
} as const;

function fence(table: string, rights: string): string {
  const owner = table === 'organisation' ? 'id' : 'organisation_id';
  // The subquery is evaluated once per statement, not once per row.
  return `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own_organisation ON ${table} TO answerable_app
      USING (${owner} = (SELECT current_organisation())) WITH CHECK (${owner} = (SELECT current_organisation()));
    GRANT ${rights} ON ${table} TO answerable_app;`;
}

function openToSystem(table: string, rights: string): string {
  return `CREATE POLICY before_organisation ON ${table} TO answerable_system USING (true) WITH CHECK (true);
    GRANT ${rights} ON ${table} TO answerable_system;`;
}
