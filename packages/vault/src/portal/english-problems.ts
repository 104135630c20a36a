import { englishOf } from "@cadre-care/domain";
import { englishFhirProblems } from "@cadre-care/fhir";
import { deviceProblems } from "../device/device-problems.ts";
import { decisionProblems } from "../outbox/entry-field-messages.ts";
import { OUTBOX_TEXTS } from "../outbox/outbox-problems.ts";
import { conflictProblems, vaultProblems } from "../service/service-problems.ts";
import { sessionProblems } from "../session/session-problems.ts";
import { signInProblems } from "../sign-in/sign-in-problems.ts";
import { STORAGE_PROBLEMS } from "../storage/storage-problems.ts";
import { syncProblems } from "../sync/sync-problems.ts";
import { visitStoreProblems } from "../visits/visit-messages.ts";
import { portalProblems } from "./portal-problems.ts";
import type { VaultProblemCode } from "./problem-codes.ts";

/** What the problems of a portal's vault say in English: for whoever translates them. */
export const englishVaultProblems: Readonly<Record<VaultProblemCode, string>> = {
  ...englishFhirProblems,
  ...englishOf(conflictProblems.messages),
  ...englishOf(decisionProblems.messages),
  ...englishOf(deviceProblems.messages),
  ...englishOf(portalProblems.messages),
  ...englishOf(sessionProblems.messages),
  ...englishOf(signInProblems.messages),
  ...englishOf(syncProblems.messages),
  ...englishOf(vaultProblems.messages),
  ...englishOf(visitStoreProblems.messages),
  ...englishOf(OUTBOX_TEXTS),
  ...englishOf(STORAGE_PROBLEMS),
};
