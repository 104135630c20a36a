import type { ExamRound } from "../directory/directory-entry.ts";
import type { ExamView } from "../service/views.ts";

/**
 * Where a person stands in a round of periodic exams. `today` is yyyy-MM-dd. Both ends of the round belong to it:
 * `due` from the first day to the last, `overdue` from the day after.
 */
export const examView = (exam: ExamRound, today: string): ExamView => ({
  ...exam,
  state: examState(exam, today),
});

const examState = (exam: ExamRound, today: string): ExamView["state"] => {
  if (exam.completedOn !== undefined) return "done";
  if (today > exam.dueTo) return "overdue";
  return today >= exam.dueFrom ? "due" : "not-yet";
};
