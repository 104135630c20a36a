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
  const [list] = guessLists(document);
  const drafted = list && draftList(list, "list");
  const patient = guessPatient(document, drafted?.page === undefined ? [] : (list?.rows ?? []));
  return {
    ...(drafted !== undefined && { list: drafted }),
    ...(patient !== undefined && { patient: draftPatient(patient, "patient") }),
  };
};
