import { HIS_CODE_SYSTEMS, IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
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

/** Business key of an issued version of a form. */
export const formKey = (canonical: string): string => `form|${canonical}`;

/** Business key of a value set. */
export const valueSetKey = (url: string): string => `value-set|${url}`;

const canonical = z.object({
  resourceType: z.enum(["Questionnaire", "ValueSet"]),
  url: z.string(),
  version: z.string().optional(),
});

/** Documents of which one is in force, by the URL of their Library. */
const SINGLE_DOCUMENTS: Readonly<Record<string, string>> = {
  [LIBRARY_URLS.policy]: POLICY_KEY,
  [LIBRARY_URLS.forms]: "document|forms",
  [LIBRARY_URLS.terminology]: "document|terminology",
};

const documentKey = (resource: unknown, url: string): string | null => {
  if (url !== LIBRARY_URLS.siteProfile) return SINGLE_DOCUMENTS[url] ?? null;
  const [site] = identifiersOf(resource, IDENTIFIER_SYSTEMS.site);
  return site === undefined ? null : `document|site-profile|${site}`;
};

const siteLink = z.object({ resourceType: z.literal("Person"), active: z.literal(true) });

/** Codes that hospitals gave, each with its system. */
export const hisCodesOf = (resource: unknown): readonly { system: string; value: string }[] =>
  valuesAt(resource, "identifier").flatMap((value) => {
    const parsed = identifier.safeParse(value);
    return parsed.success && parsed.data.system.startsWith(HIS_CODE_SYSTEMS) ? [parsed.data] : [];
  });

/**
 * What may exist once: an open visit of a person at a site on a day, an active link of a hospital's code, an active
 * document, an issued version of a form, a value set.
 */
export const businessKeyOf = (resource: unknown): string | null => {
  if (siteLink.safeParse(resource).success) {
    const [code] = hisCodesOf(resource);
    return code ? `site-link|${code.system}|${code.value}` : null;
  }
  const encounter = visit.safeParse(resource);
  if (encounter.success) {
    const [key] = identifiersOf(resource, IDENTIFIER_SYSTEMS.visit);
    return key !== undefined && OPEN.has(encounter.data.status) ? `visit|${key}` : null;
  }
  const issued = canonical.safeParse(resource);
  if (issued.success) {
    const { resourceType, url, version = "" } = issued.data;
    return resourceType === "Questionnaire" ? formKey(`${url}|${version}`) : valueSetKey(url);
  }
  const library = document.safeParse(resource);
  return library.success ? documentKey(resource, library.data.url) : null;
};
