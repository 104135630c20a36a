import { type Result, success } from "@cadre-care/domain";
import { z } from "zod";
import type { EscrowedKeys } from "../keys/keyrings.ts";
import { type DeviceKeys, deviceKeysSchema, type UserKeys, userKeysSchema } from "../keys/open-keys.ts";
import { sessionProblems } from "./session-problems.ts";

const deviceSchema = z.object({ kind: z.literal("device"), keys: deviceKeysSchema });
const userSchema = z.object({ kind: z.literal("user"), keys: userKeysSchema });

/** What the board gave back: the machine's keys, and this user's own where they were here before. */
export interface Recovered {
  readonly device: DeviceKeys;
  readonly user?: UserKeys;
}

/** Has the board unwrap what of the escrow is for this user. */
export const openEscrow = async (
  escrowed: EscrowedKeys | undefined,
  unwrap: (jwe: string) => Promise<Result<unknown>>,
): Promise<Result<Recovered>> => {
  if (!escrowed) return sessionProblems.refuse("no-escrow");
  const device = await unwrap(escrowed.device);
  if (!device.ok) return device;
  const keys = deviceSchema.safeParse(device.value);
  if (!keys.success) return sessionProblems.refuse("no-escrow");
  if (escrowed.user === undefined) return success({ device: keys.data.keys });
  const user = await unwrap(escrowed.user);
  if (!user.ok) return user;
  const own = userSchema.safeParse(user.value);
  return own.success
    ? success({ device: keys.data.keys, user: own.data.keys })
    : sessionProblems.refuse("no-escrow");
};
