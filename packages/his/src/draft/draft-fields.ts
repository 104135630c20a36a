import { IDENTIFIER_KINDS } from "@cadre-care/domain";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { tidyText } from "../read/tidy-text.ts";
import type { EmergencyBox } from "./emergency-box.ts";
import { type FieldRole, isIdentifierRole } from "./field-role.ts";
import { type ColumnGuess, type ColumnSample, SURE } from "./guess-columns.ts";
import { guessDateFormats } from "./guess-date-formats.ts";
import { nameForm } from "./name-likelihood.ts";
import type { DraftedField, DraftQuestion } from "./page-draft.ts";
import { sexCodes } from "./sex-words.ts";
import { sayingValues, saysEmergency } from "./value-roles.ts";

type PageInput = SiteProfileInput["pages"][number];
export type FieldsInput = PageInput["fields"];
export type PartInput = NonNullable<NonNullable<FieldsInput["name"]>["parts"]>[number];
export type EmergencyInput = NonNullable<PageInput["emergency"]>[number];

type IdentifierInput = NonNullable<FieldsInput["identifiers"]>[number];

/**
 * Numbers in one order, wherever they stand on the page and whichever was found first: the HIS's own code, by which its
 * people know a patient, and then as the domain lists them. Two drafts of a page are then the same profile.
 */
export const inOneOrder = (identifiers: readonly IdentifierInput[]): IdentifierInput[] => {
  const place = ({ kind }: IdentifierInput): number =>
    kind === "his-code" ? -1 : IDENTIFIER_KINDS.indexOf(kind);
  return [...identifiers].sort((one, other) => place(one) - place(other));
};

/** A sample with the parts of a profile that read it; several where one thing stands in several inputs. */
export interface PlacedSample extends ColumnSample {
  readonly parts: readonly PartInput[];
}

export interface DraftedFields {
  readonly fields: FieldsInput;
  readonly emergency: readonly EmergencyInput[];
  readonly drafted: readonly DraftedField[];
  readonly questions: readonly DraftQuestion[];
}

/** More different codes than this are none for sex. */
const MOST_CODES = 6;
const EMERGENCY_WORDS = ["Cấp cứu", "Emergency"];

/** Turns guesses into fields of a profile, and what they leave open into questions. */
export const draftFields = (
  guesses: readonly ColumnGuess[],
  samples: readonly PlacedSample[],
): DraftedFields => {
  const identifiers: IdentifierInput[] = [];
  const fields: FieldsInput = {};
  const emergency: EmergencyInput[] = [];
  const drafted: DraftedField[] = [];
  const questions: DraftQuestion[] = [];
  for (const { role, columns, confidence } of guesses) {
    const taken = columns.flatMap((column) => samples[column] ?? []);
    const labels = taken.map(({ header }) => header);
    const parts = taken.flatMap((sample) => sample.parts);
    const values = sayingValues(taken.flatMap((sample) => sample.values));
    const ask = (doubt: DraftQuestion["doubt"], more: Pick<DraftQuestion, "parts" | "codes"> = {}): void => {
      questions.push({ doubt, role, labels, ...more });
    };
    let sure = confidence >= SURE;
    if (isIdentifierRole(role)) identifiers.push({ kind: role, parts: [...parts] });
    else if (role === "name") {
      fields.name = { parts: [...parts], form: columns.length === 1 ? nameForm(values) : "as-written" };
    } else if (role === "birth-date") {
      const formats = guessDateFormats(values);
      if (formats === undefined) {
        ask("dates-unread", { parts });
        continue;
      }
      if (formats.undecided) {
        ask("dates-undecided");
        sure = false;
      }
      // Of some people only the year is known (DOMAIN 8); whoever stands here now need not be one of them.
      fields.birthDate = { parts: [...parts], formats: [...new Set([...formats.formats, "yyyy" as const])] };
    } else if (role === "sex") {
      const codes = sexCodes(values);
      if (codes === undefined) {
        const said = taken.flatMap((sample) => sample.values.map(tidyText));
        // A 0 is no filler here: it is one of the codes.
        ask("sex-codes", {
          parts,
          codes: [...new Set(said)].filter((text) => text !== "").slice(0, MOST_CODES),
        });
        continue;
      }
      fields.sex = { parts: [...parts], codes: [...codes] };
    } else if (role === "emergency") {
      const [part] = parts;
      if (part === undefined) continue;
      if (!values.some(saysEmergency)) ask("emergency-words");
      emergency.push({ when: "contains", part, words: EMERGENCY_WORDS });
    }
    drafted.push({ role, labels, sure });
  }
  return { fields: { ...fields, identifiers: inOneOrder(identifiers) }, emergency, drafted, questions };
};

/** The same with a check box as the sign of an emergency, where nothing else is one. */
export const withEmergencyBox = (drafted: DraftedFields, box: EmergencyBox | undefined): DraftedFields => {
  if (box === undefined || drafted.emergency.length > 0) return drafted;
  const { selector, checked } = box;
  const labels = [box.label];
  const asked: readonly DraftQuestion[] = checked
    ? []
    : [{ doubt: "emergency-words", role: "emergency", labels }];
  return {
    ...drafted,
    emergency: [{ when: "present", selector }],
    drafted: [...drafted.drafted, { role: "emergency", labels, sure: checked }],
    questions: [...drafted.questions, ...asked],
  };
};

/** The fields without one role, which turned out not to be read. */
export const withoutRole = (fields: FieldsInput, role: FieldRole): FieldsInput => {
  const { identifiers = [], name, birthDate, sex } = fields;
  return {
    identifiers: identifiers.filter(({ kind }) => kind !== role),
    ...(name !== undefined && role !== "name" && { name }),
    ...(birthDate !== undefined && role !== "birth-date" && { birthDate }),
    ...(sex !== undefined && role !== "sex" && { sex }),
  };
};
