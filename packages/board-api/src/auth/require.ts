import type { Role } from "@cadre-care/domain";
import { BoardError } from "../outcome/outcome.ts";
import type { Caller } from "./caller.ts";
import { FRESH_SECONDS, SECOND_FACTOR } from "./second-factor.ts";

/** @throws BoardError `not-permitted` */
export const requireRole = (caller: Caller, ...roles: readonly (Role | "device")[]): void => {
  if (!roles.includes(caller.role)) throw new BoardError("not-permitted");
};

/** @throws BoardError `second-factor-required` unless the user signed in with it just now */
export const requireSecondFactor = (caller: Caller, now = Date.now()): void => {
  const age = now / 1000 - (caller.signedInAt ?? 0);
  if (caller.acr !== SECOND_FACTOR || age > FRESH_SECONDS) throw new BoardError("second-factor-required");
};
