import {
  type Concept,
  canonicalOf,
  type FhirJson,
  type FormKind,
  type FormVersion,
  formsFor,
  type LocalizedText,
  readCanonical,
} from "@cadre-care/domain";
import {
  CODE_SYSTEMS,
  EXTENSIONS,
  type Questionnaire,
  questionnaireSchema,
  type ValueSet,
  valueSetSchema,
} from "@cadre-care/fhir";
import { z } from "zod";
import { itemsOf } from "./questionnaire-items.ts";

/** Value sets with more concepts are searched here instead of being sent along with every form. */
const SENT_ALONG = 500;

const collectionSchema = z
  .object({
    resourceType: z.literal("Bundle"),
    entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })),
  })
  .catch({ resourceType: "Bundle", entry: [] });

const translationsSchema = z
  .object({
    extension: z.array(
      z.object({
        url: z.literal(EXTENSIONS.translation),
        extension: z.array(
          z.object({ url: z.string(), valueCode: z.string().optional(), valueString: z.string().optional() }),
        ),
      }),
    ),
  })
  .catch({ extension: [] });

/** One issued version of a form. */
export interface IssuedForm extends FormVersion {
  /** `url|version`. */
  readonly canonical: string;
  readonly kind: FormKind;
  readonly title: LocalizedText;
  readonly questionnaire: FhirJson;
}

const KINDS = new Map<string, FormKind>([
  ["exam", "exam"],
  ["chronic", "chronic"],
  ["referral", "referral"],
]);

const kindOf = ({ code }: Questionnaire): FormKind => {
  const stated = code?.find(({ system }) => system === CODE_SYSTEMS.formKind)?.code;
  return KINDS.get(stated ?? "") ?? "other";
};

/** The Vietnamese title, and the English one where the form has it (translation extension). */
const titleOf = ({ title, _title }: Questionnaire): LocalizedText => {
  const english = translationsSchema
    .parse(_title)
    .extension.map(({ extension }) => extension)
    .find((parts) => parts.some(({ url, valueCode }) => url === "lang" && valueCode?.startsWith("en")));
  const content = english?.find(({ url }) => url === "content")?.valueString;
  return { vi: title, en: content ?? title };
};

const dayOf = (moment: string | undefined): string | undefined => moment?.slice(0, 10);

const issuedForm = (questionnaire: Questionnaire): IssuedForm => {
  const { url, version, effectivePeriod } = questionnaire;
  const [from, to] = [dayOf(effectivePeriod?.start), dayOf(effectivePeriod?.end)];
  return {
    url,
    version,
    canonical: canonicalOf({ url, version }),
    kind: kindOf(questionnaire),
    title: titleOf(questionnaire),
    questionnaire,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
};

/** Every concept of a value set: expanded by the board, else listed one by one. */
export const conceptsOf = ({ expansion, compose }: ValueSet): readonly Concept[] =>
  expansion?.contains ??
  (compose?.include ?? []).flatMap(({ system, concept }) =>
    concept.map(({ code, display }) => ({ system, code, display: display ?? code })),
  );

/** Forms and value sets of the board as they are kept here: what does not validate counts as not there. */
export class FormLibrary {
  readonly #forms: ReadonlyMap<string, IssuedForm>;
  readonly #valueSets: ReadonlyMap<string, ValueSet>;

  /** The contents of the signed documents; anything else is an empty library. */
  constructor(forms: unknown, terminology: unknown) {
    const resources = [forms, terminology].flatMap((content) =>
      collectionSchema.parse(content).entry.map(({ resource }) => resource),
    );
    this.#forms = new Map(
      resources.flatMap((resource) => {
        const read = questionnaireSchema.safeParse(resource);
        return read.success ? [[canonicalOf(read.data), issuedForm(read.data)] as const] : [];
      }),
    );
    this.#valueSets = new Map(
      resources.flatMap((resource) => {
        const read = valueSetSchema.safeParse(resource);
        return read.success ? [[read.data.url, read.data] as const] : [];
      }),
    );
  }

  get empty(): boolean {
    return this.#forms.size === 0;
  }

  /** The version of each form that an event of this day (yyyy-MM-dd) is written on. */
  inForce(day: string): readonly IssuedForm[] {
    return formsFor([...this.#forms.values()], day);
  }

  /** Any version that was ever issued: a draft keeps its own. */
  find(canonical: string): IssuedForm | undefined {
    return this.#forms.get(canonical);
  }

  valueSet(canonical: string): ValueSet | undefined {
    return this.#valueSets.get(readCanonical(canonical).url);
  }

  /** The value sets that a form names: those sent along with it, and those that are searched. */
  valueSetsOf(form: IssuedForm): { readonly sent: readonly ValueSet[]; readonly searched: readonly string[] } {
    const named = new Set(
      itemsOf(form.questionnaire).flatMap(({ answerValueSet }) => answerValueSet ?? []),
    );
    const sent: ValueSet[] = [];
    const searched: string[] = [];
    for (const canonical of named) {
      const found = canonical.startsWith("#") ? undefined : this.valueSet(canonical);
      if (found === undefined) continue;
      if (conceptsOf(found).length <= SENT_ALONG) sent.push(found);
      else searched.push(canonical);
    }
    return { sent, searched };
  }
}
