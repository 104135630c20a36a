import type { Queryable } from "../database/database.ts";

/** A machine that IT has taken in. */
export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  /** JWK of its signing key, ECDSA P-256. */
  readonly public_key: unknown;
  readonly status: "approved" | "revoked";
  readonly enrolled_at: Date;
}

export const findDevice = async (database: Queryable, id: string): Promise<DeviceRow | undefined> =>
  (await database.query<DeviceRow>("SELECT * FROM device WHERE id = $1", [id]))[0];

/** All machines, or those of one site, by name. */
export const listDevices = (database: Queryable, site: string | undefined): Promise<DeviceRow[]> =>
  database.query<DeviceRow>(
    "SELECT * FROM device WHERE $1::text IS NULL OR site = $1 ORDER BY site, name, id LIMIT 1000",
    [site ?? null],
  );

/** Takes a machine in, or in again with another key: from then on the former key signs nothing. */
export const approveDevice = async (
  database: Queryable,
  device: Pick<DeviceRow, "id" | "name" | "site" | "public_key">,
): Promise<void> => {
  await database.query(
    `INSERT INTO device (id, name, site, public_key, status, enrolled_at)
     VALUES ($1, $2, $3, $4::jsonb, 'approved', now())
     ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, site = EXCLUDED.site,
       public_key = EXCLUDED.public_key, status = 'approved', enrolled_at = now()`,
    [device.id, device.name, device.site, JSON.stringify(device.public_key)],
  );
};

export const revokeDevice = async (database: Queryable, id: string): Promise<void> => {
  await database.query("UPDATE device SET status = 'revoked' WHERE id = $1", [id]);
};
