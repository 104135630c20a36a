import type { FormsView, OpenedForm, SessionView } from "@cadre-care/domain";

/** Why a form is closed for now. What was entered stays in it. */
export type FormLock =
  | { readonly reason: "session-locked" }
  /** Another place where it is open saved after this one was opened: what is here is not the newest. */
  | { readonly reason: "saved-elsewhere"; readonly savedAt: string }
  | {
      readonly reason: "patient-changed";
      /** Who the page shows, where that can be said. */
      readonly patient?: NonNullable<FormsView["patient"]>;
    };

/** Later than what this opening began with, and not by itself. */
const savedElsewhere = (
  { opening }: Pick<OpenedForm, "opening">,
  saved: FormsView["bound"][number]["saved"],
): saved is NonNullable<typeof saved> =>
  saved !== undefined &&
  saved.opening !== opening.id &&
  (opening.savedAt === undefined || Date.parse(saved.at) > Date.parse(opening.savedAt));

/**
 * Whether a form may be filled in now (DESIGN rules 5 and 10): by the person that it is bound to, as the vault sees it, not by
 * the page's token. A page that shows nobody, or is being read, locks nothing.
 */
export const formLock = (
  opened: Pick<OpenedForm, "form" | "opening">,
  session: SessionView | undefined,
  forms: FormsView | undefined,
): FormLock | undefined => {
  if (session !== undefined && session.state !== "open") return { reason: "session-locked" };
  const bound = forms?.bound.find(({ form }) => form === opened.form);
  if (bound?.page === "another") {
    const patient = forms?.patient;
    return { reason: "patient-changed", ...(patient === undefined ? {} : { patient }) };
  }
  const saved = bound?.saved;
  return savedElsewhere(opened, saved) ? { reason: "saved-elsewhere", savedAt: saved.at } : undefined;
};
