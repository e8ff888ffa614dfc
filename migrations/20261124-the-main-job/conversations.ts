/** What was said, who answers for it, and the outbox. */
export const CONVERSATIONS = `
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

export const ACCOUNTABILITY = `
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

export const QUEUE = `
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
