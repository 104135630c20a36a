import type { ProfilePage } from "../profile/page-schema.ts";
import type { FieldRole } from "./field-role.ts";
import { isNameHalf } from "./name-halves.ts";
import type { DraftQuestion } from "./page-draft.ts";
import { partsByRole } from "./page-places.ts";

/**
 * The open questions about what a page reads already, as dates of which day or month could come first. Until they are
 * answered the page may read it wrong, so a profile with one is not ready to be used. What is asked about a field that the
 * page does not read, or about where marks stand, is not among them.
 */
export const unsettledQuestions = (
  page: ProfilePage,
  questions: readonly DraftQuestion[],
): readonly DraftQuestion[] => {
  const read = new Set<FieldRole>(partsByRole(page).map(([role]) => role));
  if (page.emergency.length > 0) read.add("emergency");
  return questions.filter(({ role }) => role !== undefined && read.has(isNameHalf(role) ? "name" : role));
};
