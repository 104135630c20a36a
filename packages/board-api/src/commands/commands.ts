import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { z } from "zod";
import { auditSecurity } from "../audit/security-events.ts";
import type { Caller } from "../auth/caller.ts";
import { requireRole, requireSecondFactor } from "../auth/require.ts";
import type { Database, Queryable } from "../database/database.ts";
import type { BoardKeys } from "../devices/board-keys.ts";
import { findDevice } from "../devices/device-store.ts";
import { BoardError } from "../outcome/outcome.ts";

export const COMMAND_TYPE = "cadre-command+jwt";
const DAY = 86_400;

const commandSchema = z.strictObject({
  kind: z.enum(["wipe", "lock", "sync", "rotate"]),
  /** How long the machine may still carry it out, in seconds. */
  validSeconds: z
    .number()
    .int()
    .min(60)
    .max(90 * DAY)
    .default(30 * DAY),
});

const acknowledgementSchema = z.strictObject({ outcome: z.string().regex(/^[a-z-]{1,40}$/) });

interface CommandRow {
  readonly id: string;
  readonly device: string;
  readonly kind: string;
  readonly signed: string;
  readonly acknowledged_at: Date | null;
}

const sign = async (keys: BoardKeys, device: string, id: string, kind: string, expiresAt: number) => {
  const [key] = keys.commands;
  if (!key) throw new BoardError("internal-error");
  return new SignJWT({ kind })
    .setProtectedHeader({ alg: "ES256", kid: key.kid, typ: COMMAND_TYPE })
    .setJti(id)
    .setAudience(device)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(await importJWK(key, "ES256"));
};

/** Commands of the board to its machines: signed, for one machine, with an id and an end. */
export class Commands {
  readonly #database: Database;
  readonly #keys: BoardKeys;

  constructor(database: Database, keys: BoardKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  /** IT for machines of its own hospital, officers for all. @throws BoardError */
  async issue(caller: Caller, device: string, body: unknown): Promise<{ id: string }> {
    requireRole(caller, "it", "board-officer");
    requireSecondFactor(caller);
    const parsed = commandSchema.safeParse(body);
    if (!parsed.success) throw new BoardError("request-invalid");
    const { kind, validSeconds } = parsed.data;
    const id = randomUUID();
    const expiresAt = Math.floor(Date.now() / 1000) + validSeconds;
    const signed = await sign(this.#keys, device, id, kind, expiresAt);
    await this.#database.transaction(async (transaction) => {
      const found = await findDevice(transaction, device);
      if (!found || (caller.site !== undefined && caller.site !== found.site))
        throw new BoardError("not-found");
      await transaction.query(
        `INSERT INTO device_command (id, device, kind, signed, issued_at, expires_at)
         VALUES ($1, $2, $3, $4, now(), to_timestamp($5))`,
        [id, device, kind, signed, expiresAt],
      );
      await auditSecurity(transaction, { act: "command-issued", caller, device, details: { id, kind } });
    });
    return { id };
  }

  /** What waits for this machine, in the order in which it was issued. */
  async waiting(caller: Caller): Promise<{ commands: string[] }> {
    requireRole(caller, "device");
    await requireApproved(this.#database, caller);
    const rows = await this.#database.query<CommandRow>(
      `SELECT * FROM device_command WHERE device = $1 AND acknowledged_at IS NULL AND expires_at > now()
       ORDER BY issued_at, id LIMIT 100`,
      [caller.device ?? ""],
    );
    return { commands: rows.map((row) => row.signed) };
  }

  /** The machine says what became of a command. Said twice, it counts once. */
  async acknowledge(caller: Caller, id: string, body: unknown): Promise<void> {
    requireRole(caller, "device");
    const parsed = acknowledgementSchema.safeParse(body);
    if (!parsed.success) throw new BoardError("request-invalid");
    const { outcome } = parsed.data;
    await this.#database.transaction(async (transaction) => {
      const [row] = await transaction.query<CommandRow>(
        "SELECT * FROM device_command WHERE id = $1 AND device = $2 FOR UPDATE",
        [id, caller.device ?? ""],
      );
      if (!row) throw new BoardError("not-found");
      if (row.acknowledged_at !== null) return;
      await transaction.query(
        "UPDATE device_command SET outcome = $2, acknowledged_at = now() WHERE id = $1",
        [id, outcome],
      );
      const details = { id, kind: row.kind, outcome };
      await auditSecurity(transaction, { act: "command-acknowledged", caller, device: row.device, details });
    });
  }

  /** What was asked of a machine, and what became of it. */
  async history(caller: Caller, device: string): Promise<{ commands: object[] }> {
    requireRole(caller, "it", "board-officer");
    const found = await findDevice(this.#database, device);
    if (!found || (caller.site !== undefined && caller.site !== found.site))
      throw new BoardError("not-found");
    const commands = await this.#database.query<object>(
      `SELECT id, kind, issued_at AS "issuedAt", expires_at AS "expiresAt", outcome,
         acknowledged_at AS "acknowledgedAt"
       FROM device_command WHERE device = $1 ORDER BY issued_at DESC, id LIMIT 200`,
      [device],
    );
    return { commands };
  }
}

/** A token outlives a revocation by ten minutes; the machine's own endpoints look again. */
const requireApproved = async (database: Queryable, caller: Caller): Promise<void> => {
  const device = await findDevice(database, caller.device ?? "");
  if (device?.status !== "approved") throw new BoardError("device-unproven");
};
