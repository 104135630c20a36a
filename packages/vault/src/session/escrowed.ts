import { type Result, success } from "@cadre-care/domain";
import { z } from "zod";
import { type DeviceKeys, deviceKeysSchema, type UserKeys, userKeysSchema } from "../keys/open-keys.ts";
import { sessionProblems } from "./session-problems.ts";

const deviceSchema = z.object({ kind: z.literal("device"), keys: deviceKeysSchema });
const userSchema = z.object({ kind: z.literal("user"), keys: userKeysSchema });

/** The machine's keys as the board unwrapped them. */
export const readEscrowedDevice = (answer: Result<unknown>): Result<DeviceKeys> => {
  if (!answer.ok) return answer;
  const parsed = deviceSchema.safeParse(answer.value);
  return parsed.success ? success(parsed.data.keys) : sessionProblems.refuse("no-escrow");
};

/** A user's own keys as the board unwrapped them. */
export const readEscrowedUser = (answer: Result<unknown>): Result<UserKeys> => {
  if (!answer.ok) return answer;
  const parsed = userSchema.safeParse(answer.value);
  return parsed.success ? success(parsed.data.keys) : sessionProblems.refuse("no-escrow");
};
