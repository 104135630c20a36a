import { z } from "zod";

/** Row of `meta` while nothing is sent: kept on the disk, as the background sleeps and forgets. */
export const HOLD_KEY = "outbox/hold";

const holdSchema = z.object({
  /** `away`: the board or the way to it is at fault. `sign-in`: the credential is. */
  cause: z.enum(["away", "sign-in"]),
  /** Epoch milliseconds; then one entry is tried before the others. */
  until: z.number(),
  /** Failures one after the other. */
  failures: z.number(),
  /** Problem code. */
  code: z.string(),
});

/** Why nothing is sent, and until when: the circuit that stops hammering a board that is down. */
export type Hold = z.infer<typeof holdSchema>;

export const readHold = (value: unknown): Hold | undefined => holdSchema.safeParse(value).data;
