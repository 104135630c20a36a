import type { ListPage, PatientPage } from "../profile/page-schema.ts";
import { draftList } from "./draft-list.ts";
import { draftPatient } from "./draft-patient.ts";
import { guessLists } from "./guess-list.ts";
import { guessPatient } from "./guess-patient.ts";
import type { PageDraft } from "./page-draft.ts";

/** What one document was found to show. */
export interface DocumentDraft {
  readonly list?: PageDraft<ListPage>;
  readonly patient?: PageDraft<PatientPage>;
}

/**
 * Drafts the pages of a profile from what a document shows now: its likeliest list, and the patient outside of it.
 * Knows no site. Reads only; what the product's own reader does not read back is a question and not in the draft.
 */
export const draftPages = (document: Document): DocumentDraft => {
  const [list, ...others] = guessLists(document);
  const drafted = list && draftList(list, "list");
  const kept =
    drafted?.page !== undefined || (drafted?.questions.some(({ role }) => role !== undefined) ?? false);
  const rows = [list, ...others].flatMap((one) => one?.rows ?? []);
  const patient = guessPatient(document, rows);
  return {
    ...(drafted !== undefined && kept && { list: drafted }),
    ...(patient !== undefined && { patient: draftPatient(patient, "patient") }),
  };
};
