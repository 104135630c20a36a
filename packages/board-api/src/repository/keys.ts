import { IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
import { z } from "zod";
import { valuesAt } from "../search/tokens.ts";

const identifier = z.object({ system: z.string(), value: z.string() });
const tag = z.object({ system: z.string(), code: z.string() });

/** Values of one identifier system, also where `identifier` is single (QuestionnaireResponse). */
export const identifiersOf = (resource: unknown, system: string): readonly string[] =>
  valuesAt(resource, "identifier").flatMap((value) => {
    const parsed = identifier.safeParse(value);
    return parsed.success && parsed.data.system === system ? [parsed.data.value] : [];
  });

const tagsOf = (resource: unknown, system: string): readonly string[] =>
  valuesAt(resource, "meta.tag").flatMap((value) => {
    const parsed = tag.safeParse(value);
    return parsed.success && parsed.data.system === system ? [parsed.data.code] : [];
  });

/** UUIDs that make the write of this resource idempotent: identifier, or tag where R4 has no identifier. */
export const entryKeysOf = (resource: unknown): readonly string[] => [
  ...new Set([
    ...identifiersOf(resource, IDENTIFIER_SYSTEMS.entry),
    ...tagsOf(resource, IDENTIFIER_SYSTEMS.entry),
  ]),
];

const OPEN = new Set(["planned", "arrived", "triaged", "in-progress", "onleave"]);
const visit = z.object({ resourceType: z.literal("Encounter"), status: z.string() });
const document = z.object({
  resourceType: z.literal("Library"),
  status: z.literal("active"),
  url: z.string(),
});

/** Business key of the policy in force. */
export const POLICY_KEY = "document|policy";

/** What may exist once: an open visit of a person at a site on a day, an active policy, a site's active profile. */
export const businessKeyOf = (resource: unknown): string | null => {
  const encounter = visit.safeParse(resource);
  if (encounter.success) {
    const [key] = identifiersOf(resource, IDENTIFIER_SYSTEMS.visit);
    return key !== undefined && OPEN.has(encounter.data.status) ? `visit|${key}` : null;
  }
  const library = document.safeParse(resource);
  if (!library.success) return null;
  if (library.data.url === LIBRARY_URLS.policy) return POLICY_KEY;
  if (library.data.url !== LIBRARY_URLS.siteProfile) return null;
  const [site] = identifiersOf(resource, IDENTIFIER_SYSTEMS.site);
  return site === undefined ? null : `document|site-profile|${site}`;
};
