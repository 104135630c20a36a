import {
  type DirectoryEntry,
  type FhirJson,
  isoDate,
  type PageFact,
  type PrefilledAnswer,
} from "@cadre-care/domain";
import {
  answersTo,
  CODE_SYSTEMS,
  FORM_ITEMS,
  type Questionnaire,
  questionnaireResponseSchema,
} from "@cadre-care/fhir";
import type { ChoiceIndex } from "./choice-index.ts";
import type { QuestionnaireItem } from "./questionnaire-items.ts";

type Source = PrefilledAnswer["source"];

/** A text for all items of one meaning (`form-item`). `code`: how a list of choices would have it. */
interface TextFact {
  readonly item: string;
  readonly text: string;
  readonly code?: string;
  readonly source: Source;
}

/** Answers to one item of another form. */
export interface FormFact {
  readonly item: string;
  readonly answers: readonly FhirJson[];
}

export interface PrefillSources {
  readonly person: DirectoryEntry;
  /** The hospital's day of the event (yyyy-MM-dd), and the name of who is signed in. */
  readonly occasion: { readonly day: string; readonly doctor: string };
  readonly page: readonly PageFact[];
  readonly said: readonly FormFact[];
}

type Choices = (item: QuestionnaireItem) => ChoiceIndex;

/** What a referral asks and the checklist has answered. */
const OF_CHECKLIST = [
  FORM_ITEMS.diagnosis,
  FORM_ITEMS.clinicalSigns,
  FORM_ITEMS.testResults,
  FORM_ITEMS.treatment,
  FORM_ITEMS.plan,
];

/** What a form says that another may ask too. */
export const formFacts = (questionnaire: Questionnaire, response: FhirJson): readonly FormFact[] => {
  const read = questionnaireResponseSchema.safeParse({ status: "completed", ...response });
  if (!read.success) return [];
  return OF_CHECKLIST.map((item) => ({ item, answers: answersTo(questionnaire, read.data, item) }));
};

/** What the board's list knows. It goes before the page, since it decided who this is. */
const rosterFacts = (person: DirectoryEntry): readonly TextFact[] => {
  const fact = (item: string, text: string | undefined, code?: string): readonly TextFact[] =>
    text === undefined ? [] : [{ item, text, source: "roster", ...(code === undefined ? {} : { code }) }];
  const number = (kind: string) => person.identifiers.find((one) => one.kind === kind)?.value;
  return [
    ...fact(FORM_ITEMS.personName, person.name),
    ...fact(FORM_ITEMS.personBirthDate, isoDate(person.birthDate)),
    ...fact(FORM_ITEMS.personSex, person.sex === "male" ? "Nam" : "Nữ", person.sex),
    ...fact(FORM_ITEMS.personIdentifier, number("cccd")),
    ...fact(FORM_ITEMS.insuranceNumber, number("bhyt")),
  ];
};

/** The day of the event, and for the form's own doctor (not for each specialty's) who writes it. */
const occasionFacts = ({ day, doctor }: PrefillSources["occasion"]): readonly TextFact[] => [
  { item: FORM_ITEMS.eventDate, text: day, source: "visit" },
  { item: FORM_ITEMS.doctorName, text: doctor, source: "user" },
];

/** Dates come in FHIR's form: the profile says how its page writes them, and nothing is guessed here. */
const ISO_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

const meaningOf = (item: QuestionnaireItem): string | undefined =>
  item.code?.find(({ system }) => system === CODE_SYSTEMS.formItem)?.code;

/** The choice that says the same, by code or by words. */
const choiceFor = ({ text, code = text }: TextFact, choices: ChoiceIndex): FhirJson | undefined => {
  const found = choices.find(code, text);
  if (!found) return undefined;
  const { system, code: chosen, display } = found;
  return { valueCoding: { ...(system === "" ? {} : { system }), code: chosen, display } };
};

/** The text as an answer to an item of that type; undefined where it cannot be one. */
const answerFor = (item: QuestionnaireItem, fact: TextFact, choices: Choices): FhirJson | undefined => {
  switch (item.type) {
    case "string":
    case "text":
      return { valueString: fact.text };
    case "date":
      return ISO_DATE.test(fact.text) ? { valueDate: fact.text } : undefined;
    case "dateTime":
      return ISO_DATE.test(fact.text) ? { valueDateTime: fact.text } : undefined;
    case "choice":
      return choiceFor(fact, choices(item));
    case "open-choice":
      return choiceFor(fact, choices(item)) ?? { valueString: fact.text };
    default:
      return undefined;
  }
};

/** The element of an answer that an item of a type takes. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  string: ["valueString"],
  text: ["valueString"],
  choice: ["valueCoding"],
  "open-choice": ["valueCoding", "valueString"],
  date: ["valueDate"],
};

const said = (item: QuestionnaireItem, facts: readonly FormFact[]): readonly FhirJson[] => {
  const meaning = meaningOf(item);
  const answers = facts.filter((fact) => fact.item === meaning).flatMap((fact) => fact.answers);
  const fitting = answers.flatMap((answer) => {
    const name = VALUES[item.type]?.find((one) => one in answer);
    return name === undefined ? [] : [{ [name]: answer[name] }];
  });
  return item.repeats === true ? fitting : fitting.slice(0, 1);
};

/**
 * Proposals for the items of a form, by what each item is for, never by its text: the board's list and what the form is
 * opened for first, then another form of the same encounter, then the page.
 */
export const prefilledAnswers = (
  items: readonly QuestionnaireItem[],
  sources: PrefillSources,
  choices: Choices,
): readonly PrefilledAnswer[] => {
  const certain = [...rosterFacts(sources.person), ...occasionFacts(sources.occasion)];
  const page = sources.page.map((fact): TextFact => ({ ...fact, source: "page" }));
  const fromTexts = (item: QuestionnaireItem, facts: readonly TextFact[]): readonly PrefilledAnswer[] => {
    const meaning = meaningOf(item);
    for (const fact of facts) {
      const value = fact.item === meaning ? answerFor(item, fact, choices) : undefined;
      if (value) return [{ linkId: item.linkId, value, source: fact.source }];
    }
    return [];
  };
  return items.flatMap((item) => {
    const known = fromTexts(item, certain);
    if (known.length > 0) return known;
    const forms = said(item, sources.said);
    if (forms.length === 0) return fromTexts(item, page);
    return forms.map((value) => ({ linkId: item.linkId, value, source: "form" as const }));
  });
};
