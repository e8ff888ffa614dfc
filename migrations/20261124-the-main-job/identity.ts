/** Roles of the database, who may come in, and clones. */
export const ROLES = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'answerable_app') THEN CREATE ROLE answerable_app NOLOGIN NOBYPASSRLS; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'answerable_system') THEN CREATE ROLE answerable_system NOLOGIN NOBYPASSRLS; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server is being migrated too
END $$;
GRANT answerable_app, answerable_system TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO answerable_app, answerable_system;
CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('answerable.organisation', true), '')::uuid $$;`;

export const ACCOUNTS = `
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
);
-- Who a key belongs to must be known before the organisation is. The function answers only to somebody who has the hash of
-- the secret, and in one round trip.
CREATE FUNCTION active_service_keys(hashes bytea[])
  RETURNS TABLE (organisation_id uuid, id uuid, name text, scopes text[], secret_hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public
  AS $$ SELECT k.organisation_id, k.id, k.name, k.scopes, k.secret_hash FROM public.service_key k
        WHERE k.secret_hash = ANY(hashes) AND NOT EXISTS (
          SELECT FROM public.service_key_revocation r WHERE r.organisation_id = k.organisation_id AND r.service_key_id = k.id) $$;
REVOKE ALL ON FUNCTION active_service_keys(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION active_service_keys(bytea[]) TO answerable_app;`;

export const CLONES = `
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
