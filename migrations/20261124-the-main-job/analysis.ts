/** What was measured, flagged and counted. */
export const ANALYSIS = `
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

export const MODERATION = `
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

export const INSIGHTS = `
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
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public
  AS $$ SELECT conversation_id FROM public.conversation_digest
        WHERE words @@ query AND organisation_id = public.current_organisation() $$;
REVOKE ALL ON FUNCTION conversations_with_words(tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversations_with_words(tsquery) TO answerable_app;`;
