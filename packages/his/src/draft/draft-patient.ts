import type { StatedIdentity } from "@cadre-care/domain";
import type { PatientPage } from "../profile/page-schema.ts";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { readPatient } from "../read/read-patient.ts";
import { positionAt } from "./banner-anchor.ts";
import {
  type DraftedFields,
  draftFields,
  type FieldsInput,
  withEmergencyBox,
  withoutRole,
} from "./draft-fields.ts";
import { emergencyBox } from "./emergency-box.ts";
import { type FieldRole, isIdentifierRole } from "./field-role.ts";
import type { GuessedPatient } from "./guess-patient.ts";
import { checkedPage, type PageDraft } from "./page-draft.ts";

type PatientInput = Extract<SiteProfileInput["pages"][number], { kind: "patient" }>;

const inputOf = (patient: GuessedPatient, drafted: DraftedFields, id: string): PatientInput => ({
  id,
  kind: "patient",
  recognise: [{ selector: patient.rootSelector }],
  root: patient.rootSelector,
  // Above the patient's data, inside a dialog: outside it nobody could click (DESIGN 6).
  banner: {
    anchor: patient.rootSelector,
    position: positionAt(patient.root),
  },
  fields: drafted.fields,
  emergency: [...drafted.emergency],
});

/** Whether the reader said it of somebody; also used by `draftList`. */
export const isStated = (identity: StatedIdentity | null, role: FieldRole): boolean => {
  if (identity === null) return false;
  if (isIdentifierRole(role)) return identity.identifiers.some(({ kind }) => kind === role);
  if (role === "name") return identity.name !== undefined;
  return role === "birth-date"
    ? identity.birthDate !== undefined
    : role !== "sex" || identity.sex !== undefined;
};

/** A patient as a page of a profile, checked with the product's own schema and reader. */
export const draftPatient = (patient: GuessedPatient, id: string): PageDraft<PatientPage> => {
  const drafted = withEmergencyBox(draftFields(patient.guesses, patient.samples), emergencyBox(patient.root));
  const questions = [
    ...patient.questions.map(({ doubt, role, columns }) => ({
      doubt,
      role,
      labels: columns.map((column) => patient.samples[column]?.header ?? ""),
      ...(doubt === "half-a-name" && {
        parts: columns.flatMap((column) => patient.samples[column]?.parts ?? []),
      }),
    })),
    ...drafted.questions,
  ];
  const first = checkedPage(inputOf(patient, drafted, id));
  if (first?.kind !== "patient") return { page: undefined, fields: [], questions };
  const { identity } = readPatient(patient.root, first);
  const lost = drafted.drafted.filter(({ role }) => !isStated(identity, role));
  const kept: FieldsInput = lost.reduce((fields, { role }) => withoutRole(fields, role), drafted.fields);
  const page = checkedPage(inputOf(patient, { ...drafted, fields: kept }, id));
  return {
    page: page?.kind === "patient" ? page : undefined,
    fields: drafted.drafted.filter((field) => !lost.includes(field)),
    questions: [
      ...questions,
      ...lost.map(({ role, labels }) => ({ doubt: "not-read" as const, role, labels })),
    ],
  };
};
