import type { formProblems } from "../form/form-messages.ts";
import type { identityProblems } from "../identity/identity-messages.ts";
import type { policyProblems } from "../policy/policy-messages.ts";
import type { referralProblems } from "../referral/referral-messages.ts";
import type { scanProblems } from "../scan/scan-messages.ts";
import type { serviceProblems } from "../service/service-messages.ts";
import type { textProblems } from "../text/text-messages.ts";
import type { visitProblems } from "../visit/visit-messages.ts";

/** The codes of a `problemCatalogue`. */
export type CodesOf<Catalogue extends { readonly problem: (code: never) => unknown }> = Parameters<
  Catalogue["problem"]
>[0];

/** Every problem that the rules of this package state. */
export type DomainProblemCode =
  | CodesOf<typeof formProblems>
  | CodesOf<typeof identityProblems>
  | CodesOf<typeof policyProblems>
  | CodesOf<typeof referralProblems>
  | CodesOf<typeof scanProblems>
  | CodesOf<typeof serviceProblems>
  | CodesOf<typeof textProblems>
  | CodesOf<typeof visitProblems>;
