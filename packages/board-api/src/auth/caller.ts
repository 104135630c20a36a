import type { Role } from "@cadre-care/domain";
import { z } from "zod";
import { DEVICE_SCOPES, ROLE_SCOPES, ROLES } from "../definitions/interactions.ts";
import { BoardError } from "../outcome/outcome.ts";
import { bothAllow, parseScopes, type Scopes } from "./scopes.ts";

/** Who makes a request. */
export interface Caller {
  readonly subject: string;
  /** `device`: a machine that delivers and reads by itself. */
  readonly role: Role | "device";
  readonly site: string | undefined;
  /** `Practitioner/<id>` of the user, where the issuer says it. */
  readonly fhirUser: string | undefined;
  readonly scopes: Scopes;
  /** Id of the enrolled machine, for role `device`. */
  readonly device?: string | undefined;
  /** How the user signed in, and when (epoch seconds), where the token comes straight from a sign-in. */
  readonly acr?: string | undefined;
  readonly signedInAt?: number | undefined;
}

const claims = z.object({
  sub: z.string().min(1).max(200),
  role: z.enum([...ROLES, "device"]),
  scope: z.string().optional(),
  site: z.string().optional(),
  fhirUser: z
    .string()
    .regex(/^Practitioner\/[A-Za-z0-9.-]{1,64}$/)
    .optional(),
  device: z.string().uuid().optional(),
  acr: z.string().optional(),
  auth_time: z.number().optional(),
});

/**
 * The caller that an access token describes. Scopes count only as far as the role has them: an issuer that grants too
 * much gains nothing. @throws BoardError `not-permitted` when the token names no role of ours
 */
export const callerOf = (payload: unknown): Caller => {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw new BoardError("not-permitted");
  const { sub, role, scope, site, fhirUser, device, acr, auth_time: signedInAt } = parsed.data;
  if ((role === "device") !== (device !== undefined)) throw new BoardError("not-permitted");
  const ofRole = parseScopes(role === "device" ? DEVICE_SCOPES : ROLE_SCOPES[role]);
  const ofToken = parseScopes((scope ?? "").split(" "));
  return {
    subject: sub,
    role,
    site,
    fhirUser,
    scopes: bothAllow(ofRole, ofToken),
    device,
    acr,
    signedInAt,
  };
};
