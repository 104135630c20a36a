import { type Policy, policySchema } from "@cadre-care/domain";
import { IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
import { z } from "zod";
import type { Complaint } from "../outcome/outcome.ts";
import { libraryJson } from "../policy/policy-in-force.ts";
import { identifiersOf } from "../repository/keys.ts";
import { firstText } from "./codes-at.ts";

const invalid = (expression: string): readonly Complaint[] => [{ code: "document-invalid", expression }];

const policyComplaints = (resource: unknown, inForce: Policy | undefined): readonly Complaint[] => {
  const parsed = policySchema.safeParse(libraryJson(resource));
  if (!parsed.success) return invalid("Library.content");
  if (firstText(resource, "version") !== parsed.data.version) return invalid("Library.version");
  // The list of refused tiers may grow, never shrink: a new policy must not open the door (DESIGN rule 6).
  const refused = new Set(parsed.data.refusedTiers);
  return inForce?.refusedTiers.every((code) => refused.has(code)) === false
    ? [{ code: "refused-tier", expression: "Library.content" }]
    : [];
};

/**
 * The board checks that a site profile is a JSON object for one site; clients validate it whole against
 * `siteProfileSchema`, which is theirs (DESIGN 3: board-api does not know how pages are read).
 */
const siteProfile = z.record(z.string(), z.unknown());

const siteProfileComplaints = (resource: unknown): readonly Complaint[] => {
  if (identifiersOf(resource, IDENTIFIER_SYSTEMS.site).length !== 1) return invalid("Library.identifier");
  return siteProfile.safeParse(libraryJson(resource)).success ? [] : invalid("Library.content");
};

/** What is signed must be there: the version, and the document as JSON (documents/document-signer.ts). */
const signable = z.object({
  version: z.string().min(1),
  content: z.tuple([z.object({ contentType: z.literal("application/json") })], z.unknown()),
});

export const libraryComplaints = (resource: unknown, inForce: Policy | undefined): readonly Complaint[] => {
  const url = firstText(resource, "url");
  const isDocument = url === LIBRARY_URLS.policy || url === LIBRARY_URLS.siteProfile;
  // The board composes these itself (forms/publish-forms.ts).
  if (url === LIBRARY_URLS.forms || url === LIBRARY_URLS.terminology)
    return [{ code: "document-composed", expression: "Library.url" }];
  if (isDocument && !signable.safeParse(resource).success) return invalid("Library.content");
  if (url === LIBRARY_URLS.policy) return policyComplaints(resource, inForce);
  if (url === LIBRARY_URLS.siteProfile) return siteProfileComplaints(resource);
  return [];
};
