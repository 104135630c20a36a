import { type Concept, formsFor, readCanonical } from "@cadre-care/domain";
import { type FormDefinition, type Forms, readForms, type ValueSet } from "@cadre-care/fhir";
import { ChoiceIndex } from "./choice-index.ts";
import { itemsOf } from "./questionnaire-items.ts";

/** Value sets with more concepts are searched here instead of being sent along with every form. */
const SENT_ALONG = 500;

/** Every concept of a value set: expanded by the board, else listed one by one. */
export const conceptsOf = ({ expansion, compose }: ValueSet): readonly Concept[] =>
  expansion?.contains ??
  (compose?.include ?? []).flatMap(({ system, concept }) =>
    concept.map(({ code, display }) => ({ system, code, display: display ?? code })),
  );

/** The content of a signed document (`readForms`); one that cannot be read counts as not there. */
export const libraryPart = (content: unknown): Forms | undefined => {
  if (content === undefined) return undefined;
  const read = readForms(content);
  return read.ok ? read.value : undefined;
};

/** Forms and value sets of the board as they are kept here. */
export class FormLibrary {
  readonly #forms: readonly FormDefinition[];
  readonly #byCanonical: ReadonlyMap<string, FormDefinition>;
  readonly #valueSets: ReadonlyMap<string, ValueSet>;
  readonly #choices = new Map<string, ChoiceIndex>();

  constructor(parts: readonly Forms[]) {
    this.#forms = parts.flatMap((one) => one.forms);
    this.#byCanonical = new Map(this.#forms.map((form) => [form.canonical, form]));
    this.#valueSets = new Map(parts.flatMap((one) => one.valueSets.map((set) => [set.url, set] as const)));
  }

  get empty(): boolean {
    return this.#forms.length === 0;
  }

  /** The version of each form that an event of this day (yyyy-MM-dd) is written on. */
  inForce(day: string): readonly FormDefinition[] {
    return formsFor(this.#forms, day);
  }

  /** Any version that was ever issued: a draft keeps its own. */
  find(canonical: string): FormDefinition | undefined {
    return this.#byCanonical.get(canonical);
  }

  valueSet(canonical: string): ValueSet | undefined {
    return this.#valueSets.get(readCanonical(canonical).url);
  }

  /** The concepts of a value set, prepared for finding the one that a text means; undefined where it is not here. */
  choices(canonical: string): ChoiceIndex | undefined {
    const set = this.valueSet(canonical);
    if (!set) return undefined;
    const known = this.#choices.get(set.url) ?? new ChoiceIndex(conceptsOf(set));
    this.#choices.set(set.url, known);
    return known;
  }

  /** The value sets that a form names: those sent along with it, and those that are searched. */
  valueSetsOf({ questionnaire }: FormDefinition): {
    readonly sent: readonly ValueSet[];
    readonly searched: readonly string[];
  } {
    const named = new Set(itemsOf(questionnaire).flatMap(({ answerValueSet }) => answerValueSet ?? []));
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
