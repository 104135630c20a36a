import type { ListPage, PatientPage } from "../profile/page-schema.ts";
import { readSiteProfile } from "../profile/read-site-profile.ts";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import type { FieldRole } from "./field-role.ts";
import type { ColumnDoubt } from "./guess-columns.ts";

/**
 * What IT has to say. `not-read`: the product's own reader did not read it where it seemed to stand. `dates-undecided`:
 * day and month could be either way round. `sex-codes`: codes that are no words. `gutter`: where the marks may stand.
 */
export type DraftDoubt =
  | ColumnDoubt
  | "not-read"
  | "dates-undecided"
  | "dates-unread"
  | "sex-codes"
  | "emergency-words"
  | "code-in-link"
  | "gutter";

export interface DraftQuestion {
  readonly doubt: DraftDoubt;
  readonly role?: FieldRole;
  /** Headers or labels that it is about; "" where there is none. */
  readonly labels: readonly string[];
}

/** A field of the draft; `sure`: nobody need be asked before it is used. */
export interface DraftedField {
  readonly role: FieldRole;
  readonly labels: readonly string[];
  readonly sure: boolean;
}

/** `page` undefined: nobody could be told apart on it, only questions are left. */
export interface PageDraft<Page extends ListPage | PatientPage> {
  readonly page: Page | undefined;
  readonly fields: readonly DraftedField[];
  readonly questions: readonly DraftQuestion[];
}

type PageInput = SiteProfileInput["pages"][number];

/** The page as the product's own schema understands it; undefined when it refuses it. */
export const checkedPage = (page: PageInput): ListPage | PatientPage | undefined => {
  const profile: SiteProfileInput = {
    formatVersion: 1,
    id: "draft",
    name: { vi: "Bản nháp", en: "Draft" },
    site: "draft",
    origins: ["https://draft.invalid"],
    pages: [page],
  };
  const read = readSiteProfile(profile);
  return read.ok ? read.value.pages[0] : undefined;
};
