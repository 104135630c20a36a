import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import type { Database } from "../database/database.ts";
import { deviceClient } from "./device-clients.ts";

interface Row {
  readonly payload: AdapterPayload;
  readonly consumed_at: string | number | null;
}

const live = "(expires_at IS NULL OR expires_at > now())";

class DatabaseAdapter implements Adapter {
  readonly #database: Database;
  readonly #model: string;

  constructor(database: Database, model: string) {
    this.#database = database;
    this.#model = model;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    await this.#database.query(
      `INSERT INTO oidc_model (model, id, payload, grant_id, uid, user_code, expires_at)
       VALUES ($1, $2, $3::jsonb, $4, $5, $6, now() + $7 * interval '1 second')
       ON CONFLICT (model, id) DO UPDATE SET payload = EXCLUDED.payload, grant_id = EXCLUDED.grant_id,
         uid = EXCLUDED.uid, user_code = EXCLUDED.user_code, expires_at = EXCLUDED.expires_at`,
      [
        this.#model,
        id,
        JSON.stringify(payload),
        payload.grantId ?? null,
        payload.uid ?? null,
        payload.userCode ?? null,
        expiresIn ?? null,
      ],
    );
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    if (this.#model === "Client") return deviceClient(this.#database, id);
    return this.#one("id", id);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#one("uid", uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#one("user_code", userCode);
  }

  async #one(column: "id" | "uid" | "user_code", value: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.#database.query<Row>(
      `SELECT payload, consumed_at FROM oidc_model WHERE model = $1 AND ${column} = $2 AND ${live}`,
      [this.#model, value],
    );
    if (!row) return undefined;
    return row.consumed_at === null ? row.payload : { ...row.payload, consumed: Number(row.consumed_at) };
  }

  async consume(id: string): Promise<void> {
    await this.#database.query(
      `UPDATE oidc_model SET consumed_at = extract(epoch FROM now())::bigint
       WHERE model = $1 AND id = $2 AND consumed_at IS NULL`,
      [this.#model, id],
    );
  }

  async destroy(id: string): Promise<void> {
    await this.#database.query("DELETE FROM oidc_model WHERE model = $1 AND id = $2", [this.#model, id]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#database.query("DELETE FROM oidc_model WHERE grant_id = $1", [grantId]);
  }
}

/** Sessions, codes, grants and refresh tokens in the board's database: they outlive a restart. */
export const databaseAdapter = (database: Database): AdapterFactory => {
  return (model: string) => new DatabaseAdapter(database, model);
};

/** Expired sign-in state serves nobody. */
export const deleteExpired = async (database: Database): Promise<void> => {
  await database.query("DELETE FROM oidc_model WHERE expires_at < now() - interval '1 day'");
};
