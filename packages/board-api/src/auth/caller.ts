import type { Role } from "@cadre-care/domain";
import { z } from "zod";
import { ROLE_SCOPES, ROLES } from "../definitions/interactions.ts";
import { BoardError } from "../outcome/outcome.ts";
import { bothAllow, parseScopes, type Scopes } from "./scopes.ts";

/** Who makes a request. */
export interface Caller {
  readonly subject: string;
  readonly role: Role;
  readonly site: string | undefined;
  /** `Practitioner/<id>` of the user, where the issuer says it. */
  readonly fhirUser: string | undefined;
  readonly scopes: Scopes;
}

const claims = z.object({
  sub: z.string().min(1).max(200),
  role: z.enum(ROLES),
  scope: z.string().optional(),
  site: z.string().optional(),
  fhirUser: z
    .string()
    .regex(/^Practitioner\/[A-Za-z0-9.-]{1,64}$/)
    .optional(),
});

/**
 * The caller that an access token describes. Scopes count only as far as the role has them: an issuer that grants too
 * much gains nothing. @throws BoardError `not-permitted` when the token names no role of ours
 */
export const callerOf = (payload: unknown): Caller => {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw new BoardError("not-permitted");
  const { sub, role, scope, site, fhirUser } = parsed.data;
  const ofRole = parseScopes(ROLE_SCOPES[role]);
  const ofToken = parseScopes((scope ?? "").split(" "));
  return {
    subject: sub,
    role,
    site,
    fhirUser,
    scopes: bothAllow(ofRole, ofToken),
  };
};
