import type { ProfilePage } from "../profile/page-schema.ts";
import { withoutRole } from "./draft-fields.ts";
import type { FieldRole } from "./field-role.ts";
import { isNameHalf } from "./name-halves.ts";
import { checkedPage, type DraftedField, type DraftQuestion, readPage } from "./page-draft.ts";
import { isSettingTarget, type SettingTarget } from "./point-setting.ts";

/** One page as it is worked on. Holds headers and selectors, and nothing that a patient's page says. */
export interface PageWork {
  readonly page: ProfilePage;
  readonly fields: readonly DraftedField[];
  /** Questions that nobody has answered yet. */
  readonly questions: readonly DraftQuestion[];
}

/** What came of pointing, as `pointField`, `pointGutter` or `pointBanner` said it. */
interface Pointed {
  readonly page?: unknown;
  readonly field?: DraftedField;
  readonly questions: readonly DraftQuestion[];
}

/** The page that is worked on, with what was chosen in the page. */
export const pointedWork = (
  work: PageWork,
  target: FieldRole | SettingTarget | "gutter" | "banner",
  answer: Pointed,
): PageWork => {
  const page = readPage(answer.page) ?? work.page;
  if (target === "gutter" || target === "banner")
    return { ...work, page, questions: work.questions.filter(({ doubt }) => doubt !== "gutter") };
  if (isSettingTarget(target))
    return {
      ...work,
      page,
      // A code that was pointed at is no question any more.
      questions: work.questions.filter(({ role }) => target !== "link" || role !== "his-code"),
    };
  const role: FieldRole = isNameHalf(target) ? "name" : target;
  const fields: readonly DraftedField[] = [
    ...work.fields.filter((field) => field.role !== role),
    ...(answer.field === undefined ? [] : [answer.field]),
  ];
  const open = work.questions.filter(
    (question) =>
      question.role !== target &&
      question.role !== role &&
      // Whichever half was asked for: what was pointed at now says what is missing.
      (role !== "name" || question.doubt !== "half-a-name"),
  );
  return { page, fields, questions: [...open, ...answer.questions] };
};

/** The page without one of its fields. Undefined when nobody could be told apart by what is left. */
export const withoutField = (page: ProfilePage, role: FieldRole): ProfilePage | undefined =>
  role === "emergency"
    ? // A sign that is merely present has no field, and stays.
      { ...page, emergency: page.emergency.filter(({ when }) => when === "present") }
    : checkedPage({ ...page, fields: withoutRole(page.fields, role) });

/** The same of the page that is worked on; questions about the field go with it. */
export const droppedWork = (work: PageWork, role: FieldRole): PageWork | undefined => {
  const page = withoutField(work.page, role);
  return page === undefined
    ? undefined
    : {
        page,
        fields: work.fields.filter((field) => field.role !== role),
        questions: work.questions.filter((question) => question.role !== role),
      };
};
