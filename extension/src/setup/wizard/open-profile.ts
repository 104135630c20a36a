import { type Result, success } from "@cadre-care/domain";
import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import { type PageWork, type ProfilePage, partsByRole } from "@cadre-care/his/draft";
import { nextVersion, type Workbook } from "./workbook.ts";

const workOf = (page: ProfilePage): PageWork => ({
  page,
  fields: partsByRole(page).map(([role, parts]) => ({
    role,
    labels: parts.flatMap(({ header }) => (header === undefined ? [] : [[header].flat()[0] ?? ""])),
    sure: true,
  })),
  questions: [],
});

/** A profile as it may be corrected: nobody asks what somebody has answered before, and the next version is proposed. */
export const workbookOf = (profile: SiteProfile, now: Date): Workbook => ({
  hospital: {
    id: profile.id,
    site: profile.site,
    vi: profile.name.vi,
    en: profile.name.en,
    version: nextVersion(profile.version, now),
  },
  origins: profile.origins,
  panel: profile.panel,
  pages: profile.pages.map(workOf),
});

/** The text of a profile's file as a draft, or why it is none: `readSiteProfile` says it. */
export const openedProfile = (text: string, now: Date): Result<Workbook> => {
  // An editor may have put a mark of the encoding before it, which is no JSON.
  const read = readSiteProfile(text.replace(/^\uFEFF/u, ""));
  return read.ok ? success(workbookOf(read.value, now)) : read;
};
