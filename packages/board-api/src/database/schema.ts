import type { Queryable } from "./database.ts";

/**
 * `resource` holds the current version, `resource_version` those before. `business_key` is what may exist once: an
 * open visit (person, site, day), the policy in force. `entry_key` makes a write idempotent for ever: rows are only
 * added, in the transaction of the effect, and a later amendment does not take them away.
 * Migrations only add.
 */
const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS resource (
    type text NOT NULL,
    id text NOT NULL,
    version integer NOT NULL,
    last_updated timestamptz(3) NOT NULL,
    business_key text,
    content json NOT NULL,
    PRIMARY KEY (type, id))`,
  `CREATE UNIQUE INDEX IF NOT EXISTS resource_business_key ON resource (business_key)
    WHERE business_key IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS resource_last_updated ON resource (type, last_updated, id)`,
  `CREATE TABLE IF NOT EXISTS resource_version (
    type text NOT NULL,
    id text NOT NULL,
    version integer NOT NULL,
    last_updated timestamptz(3) NOT NULL,
    content json NOT NULL,
    PRIMARY KEY (type, id, version))`,
  `CREATE TABLE IF NOT EXISTS entry_key (
    type text NOT NULL,
    value text NOT NULL,
    id text NOT NULL,
    PRIMARY KEY (type, value))`,
  `CREATE TABLE IF NOT EXISTS token (
    type text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    system text NOT NULL,
    value text NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS token_value ON token (type, name, value, system, id)`,
  `CREATE INDEX IF NOT EXISTS token_resource ON token (type, id)`,
  // Whether a search walks the roster in order or starts from one number hangs on these; content is never searched.
  `CREATE STATISTICS IF NOT EXISTS token_shape (mcv) ON type, name, system, value FROM token`,
  `ALTER TABLE resource ALTER COLUMN content SET STATISTICS 0`,
  `CREATE TABLE IF NOT EXISTS oidc_model (
    model text NOT NULL,
    id text NOT NULL,
    payload jsonb NOT NULL,
    grant_id text,
    uid text,
    user_code text,
    consumed_at bigint,
    expires_at timestamptz,
    PRIMARY KEY (model, id))`,
  `CREATE INDEX IF NOT EXISTS oidc_model_grant ON oidc_model (grant_id) WHERE grant_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS oidc_model_uid ON oidc_model (uid) WHERE uid IS NOT NULL`,
  `CREATE TABLE IF NOT EXISTS account (
    login text PRIMARY KEY,
    subject text NOT NULL UNIQUE,
    password text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    site text,
    practitioner text NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    retry_at timestamptz)`,
  `ALTER TABLE account ADD COLUMN IF NOT EXISTS second_factor text`,
  `ALTER TABLE account ADD COLUMN IF NOT EXISTS second_factor_step bigint`,
  `CREATE TABLE IF NOT EXISTS device (
    id text PRIMARY KEY,
    name text NOT NULL,
    site text NOT NULL,
    public_key jsonb NOT NULL,
    status text NOT NULL,
    enrolled_at timestamptz NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS device_proof (
    id text PRIMARY KEY,
    expires_at timestamptz NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS device_command (
    id text PRIMARY KEY,
    device text NOT NULL REFERENCES device (id),
    kind text NOT NULL,
    signed text NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    outcome text,
    acknowledged_at timestamptz)`,
  `CREATE INDEX IF NOT EXISTS device_command_waiting ON device_command (device) WHERE acknowledged_at IS NULL`,
  `CREATE TABLE IF NOT EXISTS board_fact (name text PRIMARY KEY, value jsonb NOT NULL)`,
];

/** Any 64-bit number, the same in every process of ours. */
const SETUP_LOCK = 7_203_311_452;

/** Runs `work` while no other process sets up the same database. */
export const exclusively = async (transaction: Queryable): Promise<void> => {
  await transaction.query("SELECT pg_advisory_xact_lock($1)", [SETUP_LOCK]);
};

export const createSchema = async (transaction: Queryable): Promise<void> => {
  for (const statement of STATEMENTS) await transaction.query(statement);
};

/**
 * Tells the planner what is in the tables. PostgreSQL does so itself in time, PGlite never; without it one page of
 * 9,000 people takes 25 s instead of half a second.
 */
export const refreshStatistics = async (database: Queryable): Promise<void> => {
  await database.query("ANALYZE resource, token");
};
