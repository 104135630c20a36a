import type { FormDefinition } from "../definition/compile-form.ts";
import type { QuestionnaireAnswerOption } from "../questionnaire/questionnaire.ts";
import {
  aBoolean,
  anObject,
  arrayOf,
  aString,
  atMostDeep,
  type Check,
  isObject,
} from "../questionnaire/shape.ts";
import { EXTENSIONS } from "../questionnaire/shapes.ts";
import type { KnownValueSets } from "./known-value-sets.ts";

interface Contains {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
  readonly abstract?: boolean;
  readonly inactive?: boolean;
  readonly extension?: QuestionnaireAnswerOption["extension"];
  readonly designation?: readonly { readonly language?: string; readonly value?: string }[];
  readonly contains?: readonly Contains[];
}

interface Concepts {
  readonly system?: string;
  readonly concept?: readonly Contains[];
  readonly filter?: unknown;
  readonly valueSet?: unknown;
}

interface ValueSet {
  readonly resourceType: "ValueSet";
  readonly id?: string;
  readonly url?: string;
  readonly version?: string;
  readonly expansion?: { readonly contains?: readonly Contains[] };
  readonly compose?: { readonly include?: readonly Concepts[]; readonly exclude?: unknown };
}

const contains = (inner: Check): Check =>
  anObject({
    system: aString,
    version: aString,
    code: aString,
    display: aString,
    abstract: aBoolean,
    inactive: aBoolean,
    extension: EXTENSIONS,
    designation: arrayOf(anObject({ language: aString, value: aString })),
    contains: arrayOf(inner),
  });
const concept = atMostDeep(12, contains);
const VALUE_SET = anObject({
  id: aString,
  url: aString,
  version: aString,
  expansion: anObject({ contains: arrayOf(concept) }),
  compose: anObject({ include: arrayOf(anObject({ system: aString, concept: arrayOf(concept) })) }),
});
const isValueSet = (json: unknown): json is ValueSet =>
  isObject(json) && json.resourceType === "ValueSet" && VALUE_SET(json) === undefined;

const flattened = (list: readonly Contains[]): readonly Contains[] =>
  list.flatMap((entry) => [
    ...(entry.code === undefined || entry.abstract || entry.inactive ? [] : [entry]),
    ...flattened(entry.contains ?? []),
  ]);

/** The concepts of a value set: its expansion, or a compose that lists every code itself. */
const conceptsOf = ({ expansion, compose }: ValueSet): readonly Contains[] | undefined => {
  if (expansion?.contains) return flattened(expansion.contains);
  if (!compose?.include || compose.exclude !== undefined) return undefined;
  const concepts: Contains[] = [];
  for (const { system, concept, filter, valueSet } of compose.include) {
    if (!concept || filter !== undefined || valueSet !== undefined) return undefined;
    for (const entry of concept) concepts.push({ ...(system !== undefined && { system }), ...entry });
  }
  return concepts;
};

const asOption = ({ system, version, code, display, extension, designation }: Contains) => {
  const translations = (designation ?? []).flatMap(({ language, value }) =>
    language === undefined || value === undefined
      ? []
      : [
          {
            url: "http://hl7.org/fhir/StructureDefinition/translation",
            extension: [
              { url: "lang", valueCode: language },
              { url: "content", valueString: value },
            ],
          },
        ],
  );
  const valueCoding = {
    ...(system !== undefined && { system }),
    ...(version !== undefined && { version }),
    ...(code !== undefined && { code }),
    ...(display !== undefined && { display }),
  };
  const element = translations.length > 0 ? { _display: { extension: translations } } : {};
  return { valueCoding: { ...valueCoding, ...element }, ...(extension && { extension }) };
};

/** What a form with value sets loads. */
export class ValueSets implements KnownValueSets {
  readonly #byUrl = new Map<string, ValueSet>();
  readonly #expanded = new Map<string, readonly QuestionnaireAnswerOption[]>();

  constructor(given: readonly unknown[]) {
    for (const json of given) this.add(json);
  }

  add(json: unknown): boolean {
    if (!isValueSet(json) || json.url === undefined) return false;
    this.#byUrl.set(json.url, json);
    if (json.version !== undefined) this.#byUrl.set(`${json.url}|${json.version}`, json);
    this.#expanded.clear();
    return true;
  }

  expansion(canonical: string, form: FormDefinition): readonly QuestionnaireAnswerOption[] | undefined {
    const known = this.#expanded.get(canonical);
    if (known) return known;
    const valueSet = canonical.startsWith("#")
      ? form.questionnaire.contained?.find(({ id }) => id === canonical.slice(1))
      : (this.#byUrl.get(canonical) ?? this.#byUrl.get(canonical.split("|")[0] ?? ""));
    const concepts = isValueSet(valueSet) ? conceptsOf(valueSet) : undefined;
    if (!concepts) return undefined;
    const options = concepts.map(asOption);
    this.#expanded.set(canonical, options);
    return options;
  }
}
