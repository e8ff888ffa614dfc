import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fence, openToSystem } from './rights/fences.js';

const TABLES = `
CREATE TABLE webhook_endpoint (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
-- What an endpoint is, each change with its author: the latest number counts. The program itself has no author_id.
CREATE TABLE webhook_revision (
  organisation_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  url text NOT NULL,
  event_types text[] NOT NULL CHECK (cardinality(event_types) > 0),
  description text NOT NULL,
  enabled boolean NOT NULL,
  reason text NOT NULL CHECK (reason IN ('CREATED', 'CHANGED', 'GONE')),
  author_id uuid,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, endpoint_id, number),
  FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoint
);
CREATE TABLE webhook_secret (
  organisation_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  sealed bytea NOT NULL,
  predecessors_until timestamptz NOT NULL,
  author_id uuid,
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, endpoint_id, number),
  FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoint
);
CREATE TABLE notice (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  type text NOT NULL,
  body text NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE TABLE webhook_delivery (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'DEAD')),
  attempts integer NOT NULL,
  failures integer NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz,
  status_code integer,
  failure text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, endpoint_id, notice_id),
  FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoint,
  FOREIGN KEY (organisation_id, notice_id) REFERENCES notice,
  CHECK ((status = 'PENDING') = (finished_at IS NULL))
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (organisation_id, endpoint_id, due_at) WHERE status = 'PENDING';
CREATE TABLE webhook_resend (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  author_id uuid,
  author text NOT NULL,
  resent_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, delivery_id) REFERENCES webhook_delivery
);`;

const RIGHTS = {
  webhook_endpoint: 'SELECT, INSERT',
  webhook_revision: 'SELECT, INSERT',
  webhook_secret: 'SELECT, INSERT',
  notice: 'SELECT, INSERT',
  webhook_delivery:
    'SELECT, INSERT, UPDATE (status, attempts, failures, due_at, leased_until, status_code, failure, finished_at)',
  webhook_resend: 'SELECT, INSERT',
} as const;

/** Which organisations have something to send must be known before the organisation is; of a delivery, that is all. */
const DUE_TO_SYSTEM = openToSystem('webhook_delivery', 'SELECT (organisation_id, status, due_at, leased_until)');

/** Outgoing webhooks: endpoints with their history and secrets, what they are told of, and how far it has come. */
export class Notices1795600000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const fences = Object.entries(RIGHTS).map(([table, rights]) => fence(table, rights));
    for (const statement of [TABLES, ...fences, DUE_TO_SYSTEM]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
