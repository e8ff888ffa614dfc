-- Written by `npm run schema` from the migrations; for reading and review.

-- tables

CREATE TABLE access_reason_rule (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  required boolean NOT NULL,
  author_id uuid NOT NULL,
  set_at timestamp with time zone NOT NULL
);
CREATE TABLE access_record (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  operation text NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  subject_type text NOT NULL,
  subject_ids uuid[] NOT NULL,
  reason text,
  address text,
  user_agent text,
  request_id text
);
CREATE TABLE accountability_record (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  spoken_at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  accountable_party_id uuid,
  fallback_party_id uuid,
  assignment_ids uuid[] NOT NULL,
  resolver_version text NOT NULL
);
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
  analysed_at timestamp with time zone NOT NULL
);
CREATE TABLE assignment (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  role text NOT NULL,
  party_id uuid NOT NULL,
  clone_id uuid,
  channel text,
  valid_from timestamp with time zone NOT NULL,
  valid_to timestamp with time zone,
  recorded_at timestamp with time zone NOT NULL,
  basis text NOT NULL
);
CREATE TABLE assignment_end (
  organisation_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  ended_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE clone (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  handle text NOT NULL,
  name text NOT NULL,
  principal_name text NOT NULL,
  principal_title text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE clone_version (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  clone_id uuid NOT NULL,
  label text NOT NULL,
  provider text NOT NULL,
  model text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE conversation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  external_id text NOT NULL,
  clone_id uuid NOT NULL,
  clone_version_id uuid,
  channel text NOT NULL,
  declared_language text,
  started_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  content_hash bytea NOT NULL
);
CREATE TABLE conversation_digest (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  language text,
  sentiment real,
  topics text[] NOT NULL,
  flags integer NOT NULL,
  highest_severity smallint,
  words tsvector NOT NULL
);
CREATE TABLE dead_letter (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  event text NOT NULL,
  payload jsonb NOT NULL,
  attempts integer NOT NULL,
  error text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  died_at timestamp with time zone NOT NULL
);
CREATE TABLE flag (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  rule_id text NOT NULL,
  rule_set_version text NOT NULL,
  code text NOT NULL,
  severity smallint NOT NULL,
  score real NOT NULL,
  engine text NOT NULL,
  engine_version text NOT NULL,
  evidence jsonb NOT NULL,
  reason text,
  clone_id uuid NOT NULL,
  channel text NOT NULL,
  spoken_at timestamp with time zone NOT NULL,
  raised_at timestamp with time zone NOT NULL
);
CREATE TABLE import_run (
  organisation_id uuid NOT NULL,
  fingerprint bytea NOT NULL,
  file_name text NOT NULL,
  records_done bigint NOT NULL,
  rejects_bytes bigint NOT NULL,
  counts jsonb NOT NULL,
  started_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone
);
CREATE TABLE invitation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  token_hash bytea NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE invitation_end (
  organisation_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  outcome text NOT NULL,
  author_id uuid NOT NULL,
  ended_at timestamp with time zone NOT NULL
);
CREATE TABLE model_spend (
  organisation_id uuid NOT NULL,
  day date NOT NULL,
  micro_usd bigint NOT NULL
);
CREATE TABLE notice (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  body text NOT NULL,
  occurred_at timestamp with time zone NOT NULL
);
CREATE TABLE organisation (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  time_zone text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE outbox (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  organisation_id uuid NOT NULL,
  event text NOT NULL,
  payload jsonb NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  available_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0
);
CREATE TABLE party (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  title text,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE person (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE person_deactivation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  author_id uuid NOT NULL,
  deactivated_at timestamp with time zone NOT NULL
);
CREATE TABLE person_identity (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE person_reactivation (
  organisation_id uuid NOT NULL,
  deactivation_id uuid NOT NULL,
  author_id uuid NOT NULL,
  reactivated_at timestamp with time zone NOT NULL
);
CREATE TABLE person_role_change (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role_before text NOT NULL,
  role text NOT NULL,
  author_id uuid NOT NULL,
  changed_at timestamp with time zone NOT NULL
);
CREATE TABLE quarantine (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  route text NOT NULL,
  source text,
  external_id text,
  problems jsonb NOT NULL,
  payload bytea NOT NULL,
  payload_bytes bigint NOT NULL,
  payload_hash bytea NOT NULL,
  received_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  times_seen integer NOT NULL
);
CREATE TABLE recovery_code (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  code_hash bytea NOT NULL
);
CREATE TABLE second_factor (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  secret bytea NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE second_factor_confirmation (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  confirmed_at timestamp with time zone NOT NULL
);
CREATE TABLE second_factor_removal (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  author_id uuid NOT NULL,
  removed_at timestamp with time zone NOT NULL
);
CREATE TABLE second_factor_use (
  organisation_id uuid NOT NULL,
  second_factor_id uuid NOT NULL,
  step bigint NOT NULL,
  used_at timestamp with time zone NOT NULL
);
CREATE TABLE service_key (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  clone_ids uuid[]
);
CREATE TABLE service_key_revocation (
  organisation_id uuid NOT NULL,
  service_key_id uuid NOT NULL,
  revoked_at timestamp with time zone NOT NULL
);
CREATE TABLE service_key_rotation (
  organisation_id uuid NOT NULL,
  service_key_id uuid NOT NULL,
  number integer NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  rotated_at timestamp with time zone NOT NULL,
  earlier_until timestamp with time zone NOT NULL
);
CREATE TABLE service_key_use (
  organisation_id uuid NOT NULL,
  service_key_id uuid NOT NULL,
  used_at timestamp with time zone NOT NULL
);
CREATE TABLE session (
  token_hash bytea NOT NULL,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  id uuid NOT NULL,
  previous_token_hash bytea,
  token_issued_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  address text NOT NULL,
  client text NOT NULL
);
CREATE TABLE sign_in_reset (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  removes_second_factor boolean NOT NULL,
  token_hash bytea NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE sign_in_reset_end (
  organisation_id uuid NOT NULL,
  reset_id uuid NOT NULL,
  outcome text NOT NULL,
  author_id uuid NOT NULL,
  ended_at timestamp with time zone NOT NULL
);
CREATE TABLE signal (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  engine text NOT NULL,
  engine_version text NOT NULL,
  detector text NOT NULL,
  code text NOT NULL,
  outcome text NOT NULL,
  score real,
  label text,
  spans jsonb NOT NULL,
  reason text
);
CREATE TABLE trend_count (
  organisation_id uuid NOT NULL,
  bucket timestamp with time zone NOT NULL,
  clone_id uuid NOT NULL,
  channel text NOT NULL,
  measure text NOT NULL,
  key text NOT NULL,
  turns bigint NOT NULL,
  score_sum double precision NOT NULL,
  scored bigint NOT NULL
);
CREATE TABLE turn (
  organisation_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn_index integer NOT NULL,
  speaker text NOT NULL,
  said text NOT NULL,
  generated text,
  interrupted boolean NOT NULL,
  spoken_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  confidence real,
  content_hash bytea NOT NULL
);
CREATE TABLE webhook_delivery (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL,
  failures integer NOT NULL,
  due_at timestamp with time zone NOT NULL,
  leased_until timestamp with time zone,
  status_code integer,
  failure text,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone
);
CREATE TABLE webhook_endpoint (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE webhook_resend (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  author_id uuid,
  author text NOT NULL,
  resent_at timestamp with time zone NOT NULL
);
CREATE TABLE webhook_revision (
  organisation_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  number integer NOT NULL,
  url text NOT NULL,
  event_types text[] NOT NULL,
  description text NOT NULL,
  enabled boolean NOT NULL,
  reason text NOT NULL,
  author_id uuid,
  author text NOT NULL,
  made_at timestamp with time zone NOT NULL
);
CREATE TABLE webhook_secret (
  organisation_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  number integer NOT NULL,
  sealed bytea NOT NULL,
  predecessors_until timestamp with time zone NOT NULL,
  author_id uuid,
  author text NOT NULL,
  created_at timestamp with time zone NOT NULL
);

-- constraints

ALTER TABLE access_reason_rule ADD CONSTRAINT access_reason_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE access_reason_rule ADD CONSTRAINT access_reason_rule_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE access_record ADD CONSTRAINT access_record_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['PERSON'::text, 'KEY'::text, 'NOBODY'::text, 'PROGRAM'::text])));
ALTER TABLE access_record ADD CONSTRAINT access_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE access_record ADD CONSTRAINT access_record_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE accountability_record ADD CONSTRAINT accountability_record_check CHECK (((outcome = 'ACCOUNTABLE'::text) = (accountable_party_id IS NOT NULL)));
ALTER TABLE accountability_record ADD CONSTRAINT accountability_record_outcome_check CHECK ((outcome = ANY (ARRAY['ACCOUNTABLE'::text, 'GAP'::text, 'CONFLICT'::text])));
ALTER TABLE accountability_record ADD CONSTRAINT accountability_record_organisation_id_conversation_id_turn_fkey FOREIGN KEY (organisation_id, conversation_id, turn_index) REFERENCES turn(organisation_id, conversation_id, turn_index);
ALTER TABLE accountability_record ADD CONSTRAINT accountability_record_pkey PRIMARY KEY (organisation_id, conversation_id, turn_index);
ALTER TABLE analysis ADD CONSTRAINT analysis_organisation_id_conversation_id_turn_index_fkey FOREIGN KEY (organisation_id, conversation_id, turn_index) REFERENCES turn(organisation_id, conversation_id, turn_index);
ALTER TABLE analysis ADD CONSTRAINT analysis_pkey PRIMARY KEY (organisation_id, conversation_id, turn_index, engine, engine_version);
ALTER TABLE assignment ADD CONSTRAINT assignment_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
ALTER TABLE assignment ADD CONSTRAINT assignment_role_check CHECK ((role = ANY (ARRAY['ACCOUNTABLE'::text, 'DEPLOYER_ENTITY'::text])));
ALTER TABLE assignment ADD CONSTRAINT assignment_organisation_id_clone_id_fkey FOREIGN KEY (organisation_id, clone_id) REFERENCES clone(organisation_id, id);
ALTER TABLE assignment ADD CONSTRAINT assignment_organisation_id_party_id_fkey FOREIGN KEY (organisation_id, party_id) REFERENCES party(organisation_id, id);
ALTER TABLE assignment ADD CONSTRAINT assignment_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE assignment_end ADD CONSTRAINT assignment_end_organisation_id_assignment_id_fkey FOREIGN KEY (organisation_id, assignment_id) REFERENCES assignment(organisation_id, id);
ALTER TABLE assignment_end ADD CONSTRAINT assignment_end_pkey PRIMARY KEY (organisation_id, assignment_id);
ALTER TABLE clone ADD CONSTRAINT clone_handle_check CHECK ((handle ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text));
ALTER TABLE clone ADD CONSTRAINT clone_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE clone ADD CONSTRAINT clone_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE clone ADD CONSTRAINT clone_organisation_id_handle_key UNIQUE (organisation_id, handle);
ALTER TABLE clone_version ADD CONSTRAINT clone_version_organisation_id_clone_id_fkey FOREIGN KEY (organisation_id, clone_id) REFERENCES clone(organisation_id, id);
ALTER TABLE clone_version ADD CONSTRAINT clone_version_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE clone_version ADD CONSTRAINT clone_version_organisation_id_clone_id_label_key UNIQUE (organisation_id, clone_id, label);
ALTER TABLE conversation ADD CONSTRAINT conversation_organisation_id_clone_id_fkey FOREIGN KEY (organisation_id, clone_id) REFERENCES clone(organisation_id, id);
ALTER TABLE conversation ADD CONSTRAINT conversation_organisation_id_clone_version_id_fkey FOREIGN KEY (organisation_id, clone_version_id) REFERENCES clone_version(organisation_id, id);
ALTER TABLE conversation ADD CONSTRAINT conversation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE conversation ADD CONSTRAINT conversation_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE conversation ADD CONSTRAINT conversation_organisation_id_source_external_id_key UNIQUE (organisation_id, source, external_id);
ALTER TABLE conversation_digest ADD CONSTRAINT conversation_digest_organisation_id_conversation_id_fkey FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id);
ALTER TABLE conversation_digest ADD CONSTRAINT conversation_digest_pkey PRIMARY KEY (organisation_id, conversation_id);
ALTER TABLE dead_letter ADD CONSTRAINT dead_letter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE dead_letter ADD CONSTRAINT dead_letter_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE flag ADD CONSTRAINT flag_severity_check CHECK (((severity >= 1) AND (severity <= 4)));
ALTER TABLE flag ADD CONSTRAINT flag_organisation_id_conversation_id_turn_index_fkey FOREIGN KEY (organisation_id, conversation_id, turn_index) REFERENCES turn(organisation_id, conversation_id, turn_index);
ALTER TABLE flag ADD CONSTRAINT flag_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE flag ADD CONSTRAINT flag_organisation_id_conversation_id_turn_index_rule_id_rul_key UNIQUE (organisation_id, conversation_id, turn_index, rule_id, rule_set_version, engine, engine_version);
ALTER TABLE import_run ADD CONSTRAINT import_run_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE import_run ADD CONSTRAINT import_run_pkey PRIMARY KEY (organisation_id, fingerprint);
ALTER TABLE invitation ADD CONSTRAINT invitation_email_check CHECK ((email = lower(email)));
ALTER TABLE invitation ADD CONSTRAINT invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE invitation ADD CONSTRAINT invitation_organisation_id_token_hash_key UNIQUE (organisation_id, token_hash);
ALTER TABLE invitation_end ADD CONSTRAINT invitation_end_outcome_check CHECK ((outcome = ANY (ARRAY['ACCEPTED'::text, 'REVOKED'::text])));
ALTER TABLE invitation_end ADD CONSTRAINT invitation_end_organisation_id_invitation_id_fkey FOREIGN KEY (organisation_id, invitation_id) REFERENCES invitation(organisation_id, id);
ALTER TABLE invitation_end ADD CONSTRAINT invitation_end_pkey PRIMARY KEY (organisation_id, invitation_id);
ALTER TABLE model_spend ADD CONSTRAINT model_spend_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE model_spend ADD CONSTRAINT model_spend_pkey PRIMARY KEY (organisation_id, day);
ALTER TABLE notice ADD CONSTRAINT notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE notice ADD CONSTRAINT notice_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE organisation ADD CONSTRAINT organisation_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text));
ALTER TABLE organisation ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);
ALTER TABLE organisation ADD CONSTRAINT organisation_slug_key UNIQUE (slug);
ALTER TABLE outbox ADD CONSTRAINT outbox_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE party ADD CONSTRAINT party_kind_check CHECK ((kind = ANY (ARRAY['PERSON'::text, 'ENTITY'::text, 'VENDOR'::text])));
ALTER TABLE party ADD CONSTRAINT party_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE party ADD CONSTRAINT party_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE person ADD CONSTRAINT person_email_check CHECK ((email = lower(email)));
ALTER TABLE person ADD CONSTRAINT person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE person ADD CONSTRAINT person_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE person ADD CONSTRAINT person_email_key UNIQUE (email);
ALTER TABLE person_deactivation ADD CONSTRAINT person_deactivation_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id);
ALTER TABLE person_deactivation ADD CONSTRAINT person_deactivation_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE person_identity ADD CONSTRAINT person_identity_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id);
ALTER TABLE person_identity ADD CONSTRAINT person_identity_pkey PRIMARY KEY (organisation_id, person_id, issuer);
ALTER TABLE person_identity ADD CONSTRAINT person_identity_issuer_subject_key UNIQUE (issuer, subject);
ALTER TABLE person_reactivation ADD CONSTRAINT person_reactivation_organisation_id_deactivation_id_fkey FOREIGN KEY (organisation_id, deactivation_id) REFERENCES person_deactivation(organisation_id, id);
ALTER TABLE person_reactivation ADD CONSTRAINT person_reactivation_pkey PRIMARY KEY (organisation_id, deactivation_id);
ALTER TABLE person_role_change ADD CONSTRAINT person_role_change_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id);
ALTER TABLE person_role_change ADD CONSTRAINT person_role_change_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE quarantine ADD CONSTRAINT quarantine_kind_check CHECK ((kind = ANY (ARRAY['CONFLICT'::text, 'REJECTED'::text])));
ALTER TABLE quarantine ADD CONSTRAINT quarantine_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE quarantine ADD CONSTRAINT quarantine_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE quarantine ADD CONSTRAINT quarantine_organisation_id_kind_payload_hash_key UNIQUE (organisation_id, kind, payload_hash);
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_organisation_id_second_factor_id_fkey FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor(organisation_id, id);
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (organisation_id, second_factor_id, code_hash);
ALTER TABLE second_factor ADD CONSTRAINT second_factor_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id);
ALTER TABLE second_factor ADD CONSTRAINT second_factor_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE second_factor_confirmation ADD CONSTRAINT second_factor_confirmation_organisation_id_second_factor_i_fkey FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor(organisation_id, id);
ALTER TABLE second_factor_confirmation ADD CONSTRAINT second_factor_confirmation_pkey PRIMARY KEY (organisation_id, second_factor_id);
ALTER TABLE second_factor_removal ADD CONSTRAINT second_factor_removal_organisation_id_second_factor_id_fkey FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor(organisation_id, id);
ALTER TABLE second_factor_removal ADD CONSTRAINT second_factor_removal_pkey PRIMARY KEY (organisation_id, second_factor_id);
ALTER TABLE second_factor_use ADD CONSTRAINT second_factor_use_organisation_id_second_factor_id_fkey FOREIGN KEY (organisation_id, second_factor_id) REFERENCES second_factor(organisation_id, id);
ALTER TABLE second_factor_use ADD CONSTRAINT second_factor_use_pkey PRIMARY KEY (organisation_id, second_factor_id, step);
ALTER TABLE service_key ADD CONSTRAINT service_key_clone_ids_check CHECK ((cardinality(clone_ids) > 0));
ALTER TABLE service_key ADD CONSTRAINT service_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE service_key ADD CONSTRAINT service_key_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE service_key ADD CONSTRAINT service_key_secret_hash_key UNIQUE (secret_hash);
ALTER TABLE service_key_revocation ADD CONSTRAINT service_key_revocation_organisation_id_service_key_id_fkey FOREIGN KEY (organisation_id, service_key_id) REFERENCES service_key(organisation_id, id);
ALTER TABLE service_key_revocation ADD CONSTRAINT service_key_revocation_pkey PRIMARY KEY (organisation_id, service_key_id);
ALTER TABLE service_key_rotation ADD CONSTRAINT service_key_rotation_number_check CHECK ((number > 0));
ALTER TABLE service_key_rotation ADD CONSTRAINT service_key_rotation_organisation_id_service_key_id_fkey FOREIGN KEY (organisation_id, service_key_id) REFERENCES service_key(organisation_id, id);
ALTER TABLE service_key_rotation ADD CONSTRAINT service_key_rotation_pkey PRIMARY KEY (organisation_id, service_key_id, number);
ALTER TABLE service_key_rotation ADD CONSTRAINT service_key_rotation_secret_hash_key UNIQUE (secret_hash);
ALTER TABLE service_key_use ADD CONSTRAINT service_key_use_organisation_id_service_key_id_fkey FOREIGN KEY (organisation_id, service_key_id) REFERENCES service_key(organisation_id, id);
ALTER TABLE service_key_use ADD CONSTRAINT service_key_use_pkey PRIMARY KEY (organisation_id, service_key_id);
ALTER TABLE session ADD CONSTRAINT session_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id);
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE session ADD CONSTRAINT session_previous_token_hash_key UNIQUE (previous_token_hash);
ALTER TABLE session ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);
ALTER TABLE sign_in_reset ADD CONSTRAINT sign_in_reset_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id);
ALTER TABLE sign_in_reset ADD CONSTRAINT sign_in_reset_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE sign_in_reset ADD CONSTRAINT sign_in_reset_organisation_id_token_hash_key UNIQUE (organisation_id, token_hash);
ALTER TABLE sign_in_reset_end ADD CONSTRAINT sign_in_reset_end_outcome_check CHECK ((outcome = ANY (ARRAY['USED'::text, 'REPLACED'::text])));
ALTER TABLE sign_in_reset_end ADD CONSTRAINT sign_in_reset_end_organisation_id_reset_id_fkey FOREIGN KEY (organisation_id, reset_id) REFERENCES sign_in_reset(organisation_id, id);
ALTER TABLE sign_in_reset_end ADD CONSTRAINT sign_in_reset_end_pkey PRIMARY KEY (organisation_id, reset_id);
ALTER TABLE signal ADD CONSTRAINT signal_check CHECK (((outcome = 'SCORE'::text) = (score IS NOT NULL)));
ALTER TABLE signal ADD CONSTRAINT signal_outcome_check CHECK ((outcome = ANY (ARRAY['SCORE'::text, 'UNKNOWN'::text])));
ALTER TABLE signal ADD CONSTRAINT signal_organisation_id_conversation_id_turn_index_engine_e_fkey FOREIGN KEY (organisation_id, conversation_id, turn_index, engine, engine_version) REFERENCES analysis(organisation_id, conversation_id, turn_index, engine, engine_version);
ALTER TABLE signal ADD CONSTRAINT signal_pkey PRIMARY KEY (organisation_id, conversation_id, turn_index, engine, engine_version, detector, code);
ALTER TABLE trend_count ADD CONSTRAINT trend_count_measure_check CHECK ((measure = ANY (ARRAY['sentiment'::text, 'topic'::text])));
ALTER TABLE trend_count ADD CONSTRAINT trend_count_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE trend_count ADD CONSTRAINT trend_count_pkey PRIMARY KEY (organisation_id, bucket, clone_id, channel, measure, key);
ALTER TABLE turn ADD CONSTRAINT turn_speaker_check CHECK ((speaker = ANY (ARRAY['CALLER'::text, 'CLONE'::text, 'STAFF'::text])));
ALTER TABLE turn ADD CONSTRAINT turn_turn_index_check CHECK ((turn_index >= 0));
ALTER TABLE turn ADD CONSTRAINT turn_organisation_id_conversation_id_fkey FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id);
ALTER TABLE turn ADD CONSTRAINT turn_pkey PRIMARY KEY (organisation_id, conversation_id, turn_index);
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_check CHECK (((status = 'PENDING'::text) = (finished_at IS NULL)));
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'DELIVERED'::text, 'DEAD'::text])));
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_organisation_id_endpoint_id_fkey FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoint(organisation_id, id);
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_organisation_id_notice_id_fkey FOREIGN KEY (organisation_id, notice_id) REFERENCES notice(organisation_id, id);
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_organisation_id_endpoint_id_notice_id_key UNIQUE (organisation_id, endpoint_id, notice_id);
ALTER TABLE webhook_endpoint ADD CONSTRAINT webhook_endpoint_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);
ALTER TABLE webhook_endpoint ADD CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE webhook_resend ADD CONSTRAINT webhook_resend_organisation_id_delivery_id_fkey FOREIGN KEY (organisation_id, delivery_id) REFERENCES webhook_delivery(organisation_id, id);
ALTER TABLE webhook_resend ADD CONSTRAINT webhook_resend_pkey PRIMARY KEY (organisation_id, id);
ALTER TABLE webhook_revision ADD CONSTRAINT webhook_revision_event_types_check CHECK ((cardinality(event_types) > 0));
ALTER TABLE webhook_revision ADD CONSTRAINT webhook_revision_number_check CHECK ((number > 0));
ALTER TABLE webhook_revision ADD CONSTRAINT webhook_revision_reason_check CHECK ((reason = ANY (ARRAY['CREATED'::text, 'CHANGED'::text, 'GONE'::text])));
ALTER TABLE webhook_revision ADD CONSTRAINT webhook_revision_organisation_id_endpoint_id_fkey FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoint(organisation_id, id);
ALTER TABLE webhook_revision ADD CONSTRAINT webhook_revision_pkey PRIMARY KEY (organisation_id, endpoint_id, number);
ALTER TABLE webhook_secret ADD CONSTRAINT webhook_secret_number_check CHECK ((number > 0));
ALTER TABLE webhook_secret ADD CONSTRAINT webhook_secret_organisation_id_endpoint_id_fkey FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoint(organisation_id, id);
ALTER TABLE webhook_secret ADD CONSTRAINT webhook_secret_pkey PRIMARY KEY (organisation_id, endpoint_id, number);

-- indexes

CREATE INDEX access_record_newest ON public.access_record USING btree (organisation_id, at DESC, id DESC);
CREATE INDEX accountability_record_open ON public.accountability_record USING btree (organisation_id, outcome, conversation_id) WHERE (outcome <> 'ACCOUNTABLE'::text);
CREATE INDEX conversation_digest_words ON public.conversation_digest USING gin (words);
CREATE INDEX conversation_newest ON public.conversation USING btree (organisation_id, started_at DESC, id DESC);
CREATE INDEX flag_newest ON public.flag USING btree (organisation_id, spoken_at DESC, id DESC);
CREATE INDEX outbox_due ON public.outbox USING btree (organisation_id, event, id);
CREATE INDEX outbox_oldest ON public.outbox USING btree (event, recorded_at);
CREATE INDEX person_deactivation_organisation_id_person_id_idx ON public.person_deactivation USING btree (organisation_id, person_id);
CREATE INDEX second_factor_organisation_id_person_id_idx ON public.second_factor USING btree (organisation_id, person_id);
CREATE INDEX session_organisation_id_person_id_idx ON public.session USING btree (organisation_id, person_id);
CREATE INDEX sign_in_reset_organisation_id_person_id_idx ON public.sign_in_reset USING btree (organisation_id, person_id);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (organisation_id, endpoint_id, due_at) WHERE (status = 'PENDING'::text);

-- functions

CREATE OR REPLACE FUNCTION public.active_service_keys(hashes bytea[], at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, id uuid, name text, scopes text[], clone_ids uuid[], secret_hash bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT k.organisation_id, k.id, k.name, k.scopes, k.clone_ids, s.secret_hash
        FROM (
          SELECT first.organisation_id, first.id, 0 AS number, first.secret_hash
          FROM public.service_key first WHERE first.secret_hash = ANY(hashes)
          UNION ALL
          SELECT r.organisation_id, r.service_key_id, r.number, r.secret_hash
          FROM public.service_key_rotation r WHERE r.secret_hash = ANY(hashes)
        ) AS s
        JOIN public.service_key k ON k.organisation_id = s.organisation_id AND k.id = s.id
        WHERE (k.expires_at IS NULL OR k.expires_at > at)
          AND NOT EXISTS (
            SELECT FROM public.service_key_revocation v WHERE v.organisation_id = k.organisation_id AND v.service_key_id = k.id)
          AND NOT EXISTS (
            SELECT FROM public.service_key_rotation later
            WHERE later.organisation_id = k.organisation_id AND later.service_key_id = k.id
              AND later.number > s.number AND later.earlier_until <= at) $function$
;
CREATE OR REPLACE FUNCTION public.applied_migrations()
 RETURNS TABLE(name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT name::text FROM public.migrations $function$
;
CREATE OR REPLACE FUNCTION public.conversations_with_words(query tsquery)
 RETURNS TABLE(conversation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT conversation_id FROM public.conversation_digest
        WHERE words @@ query AND organisation_id = public.current_organisation() $function$
;
CREATE OR REPLACE FUNCTION public.current_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('answerable.organisation', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.dead_letters_at_rest(most integer)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT count(*) FROM (SELECT FROM public.dead_letter LIMIT most) AS resting $function$
;
CREATE OR REPLACE FUNCTION public.purge_access_records(before timestamp with time zone, most integer, record_id uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ WITH old AS (
          SELECT id FROM public.access_record
          WHERE organisation_id = public.current_organisation() AND at < least(before, now() - interval '30 days')
          ORDER BY at, id LIMIT most
        ), gone AS (
          DELETE FROM public.access_record
          WHERE organisation_id = public.current_organisation() AND id IN (SELECT id FROM old) RETURNING at
        ), told AS (
          INSERT INTO public.access_record (organisation_id, id, at, operation, actor_kind, actor_id, actor_name, subject_type,
            subject_ids, reason)
          SELECT public.current_organisation(), record_id, now(), 'ACCESS_RECORDS_PURGED', 'PROGRAM', public.current_organisation(),
            'Answerable', 'Organisation', ARRAY[public.current_organisation()],
            count(*) || ' records from before ' || to_char(before AT TIME ZONE 'UTC', 'YYYY-MM-DD')
          FROM gone HAVING count(*) > 0
        )
        SELECT count(*) FROM gone $function$
;

-- policies

CREATE POLICY own_organisation ON access_reason_rule TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON access_record TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON accountability_record TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON analysis TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON assignment TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON assignment_end TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON clone TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON clone_version TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON conversation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON conversation_digest TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON dead_letter TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON flag TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON import_run TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON invitation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON invitation_end TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON model_spend TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON notice TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY before_organisation ON organisation TO answerable_system USING true WITH CHECK true;
CREATE POLICY own_organisation ON organisation TO answerable_app USING (id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY before_organisation ON outbox TO answerable_system USING true WITH CHECK true;
CREATE POLICY own_organisation ON outbox TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON party TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY before_organisation ON person TO answerable_system USING true WITH CHECK true;
CREATE POLICY own_organisation ON person TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON person_deactivation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY before_organisation ON person_identity TO answerable_system USING true WITH CHECK true;
CREATE POLICY own_organisation ON person_identity TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON person_reactivation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON person_role_change TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON quarantine TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON recovery_code TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON second_factor TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON second_factor_confirmation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON second_factor_removal TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON second_factor_use TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON service_key TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON service_key_revocation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON service_key_rotation TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON service_key_use TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY before_organisation ON session TO answerable_system USING true WITH CHECK true;
CREATE POLICY own_organisation ON session TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON sign_in_reset TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON sign_in_reset_end TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON signal TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON trend_count TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON turn TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY before_organisation ON webhook_delivery TO answerable_system USING true WITH CHECK true;
CREATE POLICY own_organisation ON webhook_delivery TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON webhook_endpoint TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON webhook_resend TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON webhook_revision TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));
CREATE POLICY own_organisation ON webhook_secret TO answerable_app USING (organisation_id = ( SELECT current_organisation() AS current_organisation)) WITH CHECK (organisation_id = ( SELECT current_organisation() AS current_organisation));

-- rights

GRANT INSERT, SELECT ON access_reason_rule TO answerable_app;
GRANT INSERT, SELECT ON access_record TO answerable_app;
GRANT INSERT, SELECT ON accountability_record TO answerable_app;
GRANT INSERT, SELECT ON analysis TO answerable_app;
GRANT INSERT, SELECT ON assignment TO answerable_app;
GRANT INSERT, SELECT ON assignment_end TO answerable_app;
GRANT INSERT, SELECT ON clone TO answerable_app;
GRANT INSERT, SELECT ON clone_version TO answerable_app;
GRANT INSERT, SELECT, UPDATE (received_at) ON conversation TO answerable_app;
GRANT INSERT, SELECT, UPDATE ON conversation_digest TO answerable_app;
GRANT DELETE, INSERT, SELECT ON dead_letter TO answerable_app;
GRANT INSERT, SELECT ON flag TO answerable_app;
GRANT INSERT, SELECT, UPDATE ON import_run TO answerable_app;
GRANT INSERT, SELECT ON invitation TO answerable_app;
GRANT INSERT, SELECT ON invitation_end TO answerable_app;
GRANT INSERT, SELECT, UPDATE ON model_spend TO answerable_app;
GRANT INSERT, SELECT ON notice TO answerable_app;
GRANT SELECT ON organisation TO answerable_app;
GRANT INSERT, SELECT ON organisation TO answerable_system;
GRANT DELETE, INSERT, SELECT, UPDATE ON outbox TO answerable_app;
GRANT SELECT ON outbox TO answerable_system;
GRANT INSERT, SELECT ON party TO answerable_app;
GRANT INSERT, SELECT, UPDATE (password_hash), UPDATE (role) ON person TO answerable_app;
GRANT SELECT ON person TO answerable_system;
GRANT INSERT, SELECT ON person_deactivation TO answerable_app;
GRANT INSERT, SELECT ON person_identity TO answerable_app;
GRANT SELECT ON person_identity TO answerable_system;
GRANT INSERT, SELECT ON person_reactivation TO answerable_app;
GRANT INSERT, SELECT ON person_role_change TO answerable_app;
GRANT INSERT, SELECT, UPDATE (last_seen_at), UPDATE (times_seen) ON quarantine TO answerable_app;
GRANT DELETE, INSERT, SELECT ON recovery_code TO answerable_app;
GRANT INSERT, SELECT ON second_factor TO answerable_app;
GRANT INSERT, SELECT ON second_factor_confirmation TO answerable_app;
GRANT INSERT, SELECT ON second_factor_removal TO answerable_app;
GRANT INSERT, SELECT ON second_factor_use TO answerable_app;
GRANT INSERT, SELECT ON service_key TO answerable_app;
GRANT INSERT, SELECT ON service_key_revocation TO answerable_app;
GRANT INSERT, SELECT ON service_key_rotation TO answerable_app;
GRANT INSERT, SELECT, UPDATE (used_at) ON service_key_use TO answerable_app;
GRANT DELETE, INSERT, SELECT, UPDATE (address), UPDATE (client), UPDATE (last_used_at), UPDATE (previous_token_hash), UPDATE (token_hash), UPDATE (token_issued_at) ON session TO answerable_app;
GRANT SELECT ON session TO answerable_system;
GRANT INSERT, SELECT ON sign_in_reset TO answerable_app;
GRANT INSERT, SELECT ON sign_in_reset_end TO answerable_app;
GRANT INSERT, SELECT ON signal TO answerable_app;
GRANT INSERT, SELECT, UPDATE ON trend_count TO answerable_app;
GRANT INSERT, SELECT ON turn TO answerable_app;
GRANT INSERT, SELECT, UPDATE (attempts), UPDATE (due_at), UPDATE (failure), UPDATE (failures), UPDATE (finished_at), UPDATE (leased_until), UPDATE (status), UPDATE (status_code) ON webhook_delivery TO answerable_app;
GRANT SELECT (due_at), SELECT (leased_until), SELECT (organisation_id), SELECT (status) ON webhook_delivery TO answerable_system;
GRANT INSERT, SELECT ON webhook_endpoint TO answerable_app;
GRANT INSERT, SELECT ON webhook_resend TO answerable_app;
GRANT INSERT, SELECT ON webhook_revision TO answerable_app;
GRANT INSERT, SELECT ON webhook_secret TO answerable_app;
