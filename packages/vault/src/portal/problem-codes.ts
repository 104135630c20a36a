import type { CodesOf } from "@cadre-care/domain";
import type { FhirProblemCode } from "@cadre-care/fhir";
import type { deviceProblems } from "../device/device-problems.ts";
import type { decisionProblems } from "../outbox/entry-field-messages.ts";
import type { OutboxProblemCode } from "../outbox/outbox-problems.ts";
import type { conflictProblems, vaultProblems } from "../service/service-problems.ts";
import type { sessionProblems } from "../session/session-problems.ts";
import type { signInProblems } from "../sign-in/sign-in-problems.ts";
import type { StorageProblemCode } from "../storage/storage-problems.ts";
import type { syncProblems } from "../sync/sync-problems.ts";
import type { visitStoreProblems } from "../visits/visit-messages.ts";
import type { portalProblems } from "./portal-problems.ts";

/** Every problem that the vault of a portal states itself; what a board says is in the board's own words. */
export type VaultProblemCode =
  | CodesOf<typeof conflictProblems>
  | CodesOf<typeof decisionProblems>
  | CodesOf<typeof deviceProblems>
  | CodesOf<typeof portalProblems>
  | CodesOf<typeof sessionProblems>
  | CodesOf<typeof signInProblems>
  | CodesOf<typeof syncProblems>
  | CodesOf<typeof vaultProblems>
  | CodesOf<typeof visitStoreProblems>
  | FhirProblemCode
  | OutboxProblemCode
  | StorageProblemCode;
