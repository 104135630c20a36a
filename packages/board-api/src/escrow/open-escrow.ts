import { z } from "zod";
import { auditSecurity } from "../audit/security-events.ts";
import type { Caller } from "../auth/caller.ts";
import { requireSecondFactor } from "../auth/require.ts";
import type { Database, Queryable } from "../database/database.ts";
import type { BoardKeys } from "../devices/board-keys.ts";
import { checkDeviceProof, devicePublicKeySchema } from "../devices/device-proof.ts";
import { findDevice } from "../devices/device-store.ts";
import { BoardError } from "../outcome/outcome.ts";
import { openEscrow, sealFor } from "./escrowed-keys.ts";

const requestSchema = z.strictObject({
  device: z.string().uuid(),
  jwe: z.string().min(1).max(20_000),
  /** Public half of a key pair that the vault made for this answer. */
  recipient: devicePublicKeySchema,
  /** JWT by the machine's own key. */
  proof: z.string().max(4_000),
});

export interface EscrowContext {
  readonly database: Database;
  readonly keys: BoardKeys;
  /** Address of this endpoint, which a proof must be made for. */
  readonly audience: string;
  readonly issuer: string;
}

/** Who works with the roster at this machine's hospital; a machine's own user keys only for that user. */
const mayOpen = async (
  transaction: Queryable,
  caller: Caller,
  request: z.infer<typeof requestSchema>,
  context: EscrowContext,
): Promise<string> => {
  const device = await findDevice(transaction, request.device);
  if (device?.status !== "approved") throw new BoardError("device-unproven");
  await checkDeviceProof(transaction, request.proof, {
    device: device.id,
    publicKey: device.public_key,
    audience: context.audience,
  });
  const opened = await openEscrow(context.keys, request.jwe);
  const own =
    opened.kind === "device" || (opened.subject === caller.subject && opened.issuer === context.issuer);
  const here = caller.site === device.site && opened.device === device.id;
  if (!own || !here || caller.role === "device" || !caller.scopes.allows("Flag", "read"))
    throw new BoardError("escrow-not-yours");
  await auditSecurity(transaction, {
    act: "escrow-opened",
    caller,
    device: device.id,
    details: { kind: opened.kind },
  });
  return sealFor(request.recipient, opened);
};

/**
 * Unwraps keys that a machine sealed for the board: for a user of that machine's hospital who has just signed in with
 * the second factor, on the machine itself. Audited before the answer leaves; a refusal is audited too.
 * @throws BoardError
 */
export const unwrap = async (
  caller: Caller,
  body: unknown,
  context: EscrowContext,
): Promise<{ jwe: string }> => {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) throw new BoardError("request-invalid");
  requireSecondFactor(caller);
  const { database } = context;
  try {
    return {
      jwe: await database.transaction((transaction) => mayOpen(transaction, caller, parsed.data, context)),
    };
  } catch (error) {
    if (error instanceof BoardError)
      await database.transaction((transaction) =>
        auditSecurity(transaction, {
          act: "escrow-refused",
          caller,
          device: parsed.data.device,
          details: { reason: error.code },
        }),
      );
    throw error;
  }
};
