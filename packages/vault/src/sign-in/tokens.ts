import type { Role } from "@cadre-care/domain";
import { getValidatedIdTokenClaims, type TokenEndpointResponse } from "oauth4webapi";
import { z } from "zod";

/** Who signed in, from the claims of the ID token. */
export interface SignedInUser {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly site?: string | undefined;
  /** `Practitioner/<id>`: the author of what is recorded. */
  readonly fhirUser: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Epoch milliseconds of this machine's clock. */
  readonly expiresAt: number;
}

export interface SignedIn {
  readonly user: SignedInUser;
  readonly tokens: Tokens;
}

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().min(1),
  role: z.enum(["receptionist", "doctor", "board-officer", "it"]),
  site: z.string().optional(),
  fhirUser: z.string().regex(/^Practitioner\/[A-Za-z0-9\-.]{1,64}$/),
});

/** Undefined when the ID token does not say who this is and in which role. */
export function userOf(response: TokenEndpointResponse): SignedInUser | undefined {
  const read = claimsSchema.safeParse(getValidatedIdTokenClaims(response));
  if (!read.success) return undefined;
  const { iss, sub, name, role, site, fhirUser } = read.data;
  return { issuer: iss, subject: sub, name, role, fhirUser, ...(site === undefined ? {} : { site }) };
}

/** Without `expires_in` a token is renewed after five minutes. */
const UNSTATED_SECONDS = 300;

export function tokensOf(response: TokenEndpointResponse, now: number, former?: string): Tokens {
  const refreshToken = response.refresh_token ?? former;
  return {
    accessToken: response.access_token,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    expiresAt: now + (response.expires_in ?? UNSTATED_SECONDS) * 1000,
  };
}
