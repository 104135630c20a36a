import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { z } from "zod";
import { identifiersOf } from "../repository/keys.ts";
import { valuesAt } from "../search/tokens.ts";
import { firstText } from "./codes-at.ts";
import { type Check, violated } from "./profile-checks.ts";

/** What may stand in the details of a site problem: names of a profile's making, and small counts. No text, no number of anybody. */
const SITE_DETAILS: Readonly<Record<string, RegExp>> = {
  page: /^(?:\*|[a-z0-9][a-z0-9-]{0,63})$/,
  place: /^[A-Za-z][A-Za-z.-]{0,60}(?:\[\d{1,2}\])?$/,
  off: /^(?:true|false)$/,
  count: /^\d{1,5}$/,
  day: /^\d{4}-\d\d-\d\d$/,
};
const siteDetail = z.object({ type: z.string(), valueString: z.string() });

/** That a page of a HIS does not fit its profile: codes and counts of a machine, nothing about anybody (docs/fhir-profile.md). */
export const siteProblem: Check = (resource) => [
  ...violated(
    "AuditEvent.entity.detail",
    valuesAt(resource, "entity.detail").every((detail) => {
      const read = siteDetail.safeParse(detail);
      return read.success && (SITE_DETAILS[read.data.type]?.test(read.data.valueString) ?? false);
    }),
  ),
  ...violated(
    "AuditEvent.entity.what",
    identifiersOf(
      { identifier: valuesAt(resource, "entity.what.identifier") },
      IDENTIFIER_SYSTEMS.siteProfile,
    ).length === 1 && firstText(resource, "entity.what.reference") === undefined,
  ),
];
