import {
  type Concept,
  type DirectoryEntry,
  type FhirJson,
  foldName,
  isoDate,
  type PageFact,
  type PrefilledAnswer,
} from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS } from "@cadre-care/fhir";
import type { QuestionnaireItem } from "./questionnaire-items.ts";

type Source = PrefilledAnswer["source"];

/** A text for all items of one meaning. `code`: how a list of choices would have it. */
interface Fact {
  readonly item: string;
  readonly text: string;
  readonly code?: string;
  readonly source: Source;
}

/** What the board's list knows: where it contradicts the page, it goes first, since it decided who this is. */
const rosterFacts = (entry: DirectoryEntry): readonly Fact[] => {
  const fact = (item: string, text: string | undefined, code?: string): readonly Fact[] =>
    text === undefined ? [] : [{ item, text, source: "roster", ...(code === undefined ? {} : { code }) }];
  const number = (kind: string) => entry.identifiers.find((one) => one.kind === kind)?.value;
  return [
    ...fact(FORM_ITEMS.personName, entry.name),
    ...fact(FORM_ITEMS.personBirthDate, isoDate(entry.birthDate)),
    ...fact(FORM_ITEMS.personSex, entry.sex === "male" ? "Nam" : "Nữ", entry.sex),
    ...fact(FORM_ITEMS.personIdentifier, number("cccd")),
    ...fact(FORM_ITEMS.insuranceNumber, number("bhyt")),
  ];
};

/** Dates come in FHIR's form: the profile says how its page writes them, and nothing is guessed here. */
const ISO_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

const itemCode = (item: QuestionnaireItem): string | undefined =>
  item.code?.find(({ system }) => system === CODE_SYSTEMS.formItem)?.code;

/** The choice that says the same, by code or by words. */
const choiceFor = (fact: Fact, concepts: readonly Concept[]): FhirJson | undefined => {
  const words = foldName(fact.text);
  const found = concepts.find(
    ({ code, display }) => code === (fact.code ?? fact.text) || foldName(display) === words,
  );
  return found && { valueCoding: { system: found.system, code: found.code, display: found.display } };
};

/** The fact as an answer to an item of that type; undefined where it cannot be one. */
const answerFor = (
  item: QuestionnaireItem,
  fact: Fact,
  conceptsOf: (item: QuestionnaireItem) => readonly Concept[],
): FhirJson | undefined => {
  switch (item.type) {
    case "string":
    case "text":
      return { valueString: fact.text };
    case "date":
      return ISO_DATE.test(fact.text) ? { valueDate: fact.text } : undefined;
    case "choice":
      return choiceFor(fact, conceptsOf(item));
    case "open-choice":
      return choiceFor(fact, conceptsOf(item)) ?? { valueString: fact.text };
    default:
      return undefined;
  }
};

/**
 * Proposals for the items of a form, by what each item is for (`form-item`), never by its text. One a item: the board's
 * list before the page.
 */
export const prefilledAnswers = (
  items: readonly QuestionnaireItem[],
  entry: DirectoryEntry,
  page: readonly PageFact[],
  conceptsOf: (item: QuestionnaireItem) => readonly Concept[],
): readonly PrefilledAnswer[] => {
  const facts: readonly Fact[] = [...rosterFacts(entry), ...page.map((fact) => ({ ...fact, source: "page" as const }))];
  return items.flatMap((item) => {
    const meaning = itemCode(item);
    for (const fact of facts) {
      const value = meaning === fact.item ? answerFor(item, fact, conceptsOf) : undefined;
      if (value) return [{ linkId: item.linkId, value, source: fact.source }];
    }
    return [];
  });
};
