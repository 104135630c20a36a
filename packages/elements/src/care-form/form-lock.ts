import type { FormsView, SessionView } from "@cadre-care/domain";

/** Why a form is closed for now. What was entered stays in it. */
export type FormLock =
  | { readonly reason: "session-locked" }
  | {
      readonly reason: "patient-changed";
      /** Who the page shows, where that can be said. */
      readonly patient?: NonNullable<FormsView["patient"]>;
    };

/**
 * Whether a form may be filled in now (DESIGN rule 10): by the person that it is bound to, as the vault sees it, not by
 * the page's token. A page that shows nobody, or is being read, locks nothing.
 */
export const formLock = (
  form: string,
  session: SessionView | undefined,
  forms: FormsView | undefined,
): FormLock | undefined => {
  if (session !== undefined && session.state !== "open") return { reason: "session-locked" };
  if (forms?.bound.find((bound) => bound.form === form)?.page !== "another") return undefined;
  const { patient } = forms;
  return { reason: "patient-changed", ...(patient === undefined ? {} : { patient }) };
};
