import type { Policy } from "@cadre-care/domain";
import { CODE_SYSTEMS } from "@cadre-care/fhir";
import type { Complaint } from "../outcome/outcome.ts";
import { entryKeysOf } from "../repository/keys.ts";
import { codesAt } from "./codes-at.ts";

export interface ProfileContext {
  readonly policy: Policy | undefined;
}

export type Check = (resource: unknown, context: ProfileContext) => readonly Complaint[];

export const violated = (expression: string, holds: boolean): readonly Complaint[] =>
  holds ? [] : [{ code: "profile-violated", expression }];

export const inPolicy = (expression: string, holds: boolean): readonly Complaint[] =>
  holds ? [] : [{ code: "policy-code-unknown", expression }];

export const carriesOneEntryKey: Check = (resource) =>
  entryKeysOf(resource).length === 1 ? [] : [{ code: "entry-key-invalid" }];

/** R (Confidentiality) and CEL (ActCode), as everything about people has. */
export const isConfidential: Check = (resource) =>
  violated(
    "meta.security",
    codesAt(resource, "meta.security", CODE_SYSTEMS.confidentiality).includes("R") &&
      codesAt(resource, "meta.security", CODE_SYSTEMS.actCode).includes("CEL"),
  );
