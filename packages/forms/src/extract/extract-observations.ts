import type { FormDefinition } from "../definition/compile-form.ts";
import type { ItemDefinition } from "../definition/item-definition.ts";
import type { CodeableConcept, Coding, Reference } from "../questionnaire/data-types.ts";
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from "../response/response.ts";
import { namedUuid } from "./named-uuid.ts";
import type { ExtractedObservation, ObservationComponent } from "./observation.ts";
import { observationValue } from "./observation-value.ts";

export interface ExtractionContext {
  /** Whom the values are of, for example `{ reference: "Patient/…" }`. */
  readonly subject?: Reference;
  readonly encounter?: Reference;
  /** When the values were true: an instant with offset, or a date. The response's `authored` unless given. */
  readonly effective?: string;
  readonly performer?: readonly Reference[];
  /** Reference to the response, the seed of the ids too; `QuestionnaireResponse/[id]` unless given. */
  readonly derivedFrom?: string;
}

const STATUSES: Readonly<Record<QuestionnaireResponse["status"], ExtractedObservation["status"]>> = {
  "in-progress": "preliminary",
  completed: "final",
  amended: "amended",
  "entered-in-error": "entered-in-error",
  stopped: "preliminary",
};

/** What an item has of the extract extensions, its own or from above. */
interface Inherited {
  readonly extract: boolean;
  readonly category: Coding | undefined;
}

const inherit = ({ hints }: Pick<ItemDefinition, "hints">, above: Inherited): Inherited => ({
  extract: hints.observationExtract ?? above.extract,
  category: hints.observationCategory ?? above.category,
});

const conceptOf = ({ item }: ItemDefinition): CodeableConcept | undefined =>
  item.code?.length ? { coding: item.code, ...(item.text !== undefined && { text: item.text }) } : undefined;

class Extraction {
  readonly observations: ExtractedObservation[] = [];
  readonly #occurrences = new Map<string, number>();

  constructor(
    readonly form: FormDefinition,
    readonly response: QuestionnaireResponse,
    readonly context: ExtractionContext,
    readonly source: string | undefined,
  ) {}

  items(items: readonly ResponseItem[] | undefined, above: Inherited): void {
    for (const item of items ?? []) {
      const definition = this.form.byLinkId.get(item.linkId);
      if (!definition) continue;
      const inherited = inherit(definition, above);
      const isPanel = definition.type === "group" && definition.hints.observationExtract === true;
      if (isPanel && conceptOf(definition)) this.#panel(item, definition, inherited);
      else {
        for (const answer of item.answer ?? []) this.#answer(answer, definition, inherited);
        this.items(item.item, inherited);
      }
    }
  }

  #answer(answer: ResponseAnswer, definition: ItemDefinition, inherited: Inherited): void {
    const code = conceptOf(definition);
    const value = inherited.extract && code ? observationValue(answer, definition) : undefined;
    if (code && value) this.#add({ code, ...value }, definition, inherited);
    this.items(answer.item, inherited);
  }

  /** A group with a code is one Observation; its coded questions are the components (blood pressure). */
  #panel(item: ResponseItem, definition: ItemDefinition, inherited: Inherited): void {
    const code = conceptOf(definition);
    const component: ObservationComponent[] = [];
    this.#components(item.item, component);
    if (code && component.length > 0) this.#add({ code, component }, definition, inherited);
  }

  #components(items: readonly ResponseItem[] | undefined, into: ObservationComponent[]): void {
    for (const item of items ?? []) {
      const definition = this.form.byLinkId.get(item.linkId);
      const code = definition && conceptOf(definition);
      for (const answer of item.answer ?? []) {
        const isLeftOut = !definition || definition.hints.observationExtract === false;
        const value = isLeftOut ? undefined : observationValue(answer, definition);
        if (code && value) into.push({ code, ...value });
        this.#components(answer.item, into);
      }
      this.#components(item.item, into);
    }
  }

  #add(
    found: Pick<ExtractedObservation, "code"> & Partial<ExtractedObservation>,
    { linkId }: ItemDefinition,
    { category }: Inherited,
  ): void {
    const occurrence = this.#occurrences.get(linkId) ?? 0;
    this.#occurrences.set(linkId, occurrence + 1);
    const { subject, encounter, performer, effective } = this.context;
    const effectiveDateTime = effective ?? this.response.authored;
    this.observations.push({
      resourceType: "Observation",
      ...(this.source !== undefined && { id: namedUuid(`${this.source} ${linkId} ${occurrence}`) }),
      status: STATUSES[this.response.status],
      ...(category && { category: [{ coding: [category] }] }),
      ...(subject && { subject }),
      ...(encounter && { encounter }),
      ...(effectiveDateTime !== undefined && { effectiveDateTime }),
      ...(performer && { performer }),
      ...found,
      ...(this.source !== undefined && { derivedFrom: [{ reference: this.source }] }),
    });
  }
}

/**
 * The measured values of a response as Observations (SDC observationExtract): one for each answer of an item that has
 * a `code` and the extension, its own or from above. Ids are the same each time, so that sending twice is no harm;
 * there are none where neither `derivedFrom` nor the response says which response it is.
 */
export const extractObservations = (
  form: FormDefinition,
  response: QuestionnaireResponse,
  context: ExtractionContext = {},
): readonly ExtractedObservation[] => {
  const source =
    context.derivedFrom ?? (response.id === undefined ? undefined : `QuestionnaireResponse/${response.id}`);
  const extraction = new Extraction(form, response, context, source);
  extraction.items(response.item, inherit(form, { extract: false, category: undefined }));
  return extraction.observations;
};
