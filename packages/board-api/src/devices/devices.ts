import { z } from "zod";
import { auditSecurity } from "../audit/security-events.ts";
import type { Caller } from "../auth/caller.ts";
import { requireRole, requireSecondFactor } from "../auth/require.ts";
import type { Database } from "../database/database.ts";
import { clientIdOf } from "../oidc/device-clients.ts";
import { BoardError } from "../outcome/outcome.ts";
import { checkDeviceProof, devicePublicKeySchema } from "./device-proof.ts";
import { approveDevice, findDevice, listDevices, revokeDevice } from "./device-store.ts";

const enrolmentSchema = z.strictObject({
  id: z.string().uuid(),
  name: z.string().trim().min(1).max(80),
  site: z.string().min(1).max(64),
  publicKey: devicePublicKeySchema,
  /** JWT by the key itself: it is in the hands of the machine that asks. */
  proof: z.string().max(4_000),
});

/** Machines that IT has taken in. A sign-in of IT with the second factor, at the machine, is the approval. */
export class Devices {
  readonly #database: Database;
  readonly #audience: string;

  /** `audience`: the address of the endpoint, which a proof must be made for. */
  constructor(database: Database, audience: string) {
    this.#database = database;
    this.#audience = audience;
  }

  /** @throws BoardError */
  async enrol(
    caller: Caller,
    body: unknown,
  ): Promise<{ id: string; clientId: string; name: string; site: string }> {
    requireRole(caller, "it");
    requireSecondFactor(caller);
    const parsed = enrolmentSchema.safeParse(body);
    if (!parsed.success) throw new BoardError("request-invalid");
    const { id, name, site, publicKey, proof } = parsed.data;
    if (caller.site !== undefined && caller.site !== site) throw new BoardError("not-permitted");
    await this.#database.transaction(async (transaction) => {
      const known = await findDevice(transaction, id);
      if (known && caller.site !== undefined && known.site !== caller.site)
        throw new BoardError("not-permitted");
      await checkDeviceProof(transaction, proof, { device: id, publicKey, audience: this.#audience });
      await approveDevice(transaction, { id, name, site, public_key: publicKey });
      await auditSecurity(transaction, { act: "device-enrolled", caller, device: id, details: { site } });
    });
    return { id, clientId: clientIdOf(id), name, site };
  }

  async list(caller: Caller): Promise<{ devices: object[] }> {
    requireRole(caller, "it", "board-officer");
    const rows = await listDevices(this.#database, caller.site);
    return {
      devices: rows.map(({ id, name, site, status, enrolled_at }) => ({
        id,
        name,
        site,
        status,
        enrolledAt: enrolled_at.toISOString(),
      })),
    };
  }

  /** From now on the machine gets no token. @throws BoardError */
  async revoke(caller: Caller, id: string): Promise<void> {
    requireRole(caller, "it", "board-officer");
    requireSecondFactor(caller);
    await this.#database.transaction(async (transaction) => {
      const device = await findDevice(transaction, id);
      if (!device || (caller.site !== undefined && caller.site !== device.site))
        throw new BoardError("not-found");
      await revokeDevice(transaction, id);
      await auditSecurity(transaction, { act: "device-revoked", caller, device: id });
    });
  }
}
