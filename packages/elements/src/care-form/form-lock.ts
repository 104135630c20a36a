import type { PageView, SessionView, SubjectView } from "@cadre-care/domain";

/** Why a form is closed for now. What was entered stays in it. */
export type FormLock =
  | { readonly reason: "session-locked" }
  | {
      readonly reason: "patient-changed";
      /** Who the page shows, where the page's list may say so. */
      readonly name?: string;
      /** The page shows nobody, or nobody that can be read. */
      readonly nobody: boolean;
    };

/** What the lock depends on. Undefined: the service has not spoken yet. */
export interface FormSurroundings {
  readonly session: SessionView | undefined;
  readonly subject: SubjectView | undefined;
  readonly page: PageView | undefined;
}

/**
 * Whether a form that was opened for `bound` may be filled in now (DESIGN rule 10). While the page is being read nothing
 * is decided: the lock that was there stays.
 */
export const formLock = (
  bound: string,
  { session, subject, page }: FormSurroundings,
  before: FormLock | undefined,
): FormLock | undefined => {
  if (session !== undefined && session.state !== "open") return { reason: "session-locked" };
  if (subject === undefined) return undefined;
  if (subject.subject === bound) return undefined;
  if (subject.about.state === "reading") return before?.reason === "patient-changed" ? before : undefined;
  const name = page?.people.find((person) => person.subject === subject.subject)?.name;
  return {
    reason: "patient-changed",
    nobody: subject.subject === undefined,
    ...(name === undefined ? {} : { name }),
  };
};
