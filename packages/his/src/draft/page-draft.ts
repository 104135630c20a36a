import type { ListPage, PatientPage } from "../profile/page-schema.ts";
import { readSiteProfile } from "../profile/read-site-profile.ts";
import type { SiteProfile, SiteProfileInput } from "../profile/site-profile.ts";
import type { PartInput } from "./draft-fields.ts";
import type { FieldRole } from "./field-role.ts";
import type { ColumnDoubt } from "./guess-columns.ts";
import { companionsOf } from "./lone-page.ts";

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
  /**
   * Where the values stand that only IT can read: sex in codes, dates in no known format. `half-a-name`: where the half
   * stands that was found; `role` is the other one. A half alone is in no page (DESIGN 2.10).
   */
  readonly parts?: readonly PartInput[];
  /** `sex-codes`: the different codes that were seen there. */
  readonly codes?: readonly string[];
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

/** A profile of this page, and of stand-ins for those that it is joined with, at an origin; undefined when the product's own schema refuses it. */
export const profileOfPage = (page: unknown, origin: string): SiteProfile | undefined => {
  const profile = {
    formatVersion: 1,
    id: "draft",
    name: { vi: "Bản nháp", en: "Draft" },
    site: "draft",
    origins: [origin],
    pages: [page, ...companionsOf(page)],
  };
  const read = readSiteProfile(profile);
  return read.ok ? read.value : undefined;
};

/** A page that came from somewhere else, as the product's own schema understands it. */
export const readPage = (page: unknown): ListPage | PatientPage | undefined =>
  profileOfPage(page, "https://draft.invalid")?.pages[0];

/** The same of a page that was made here. */
export const checkedPage = (page: PageInput): ListPage | PatientPage | undefined => readPage(page);
