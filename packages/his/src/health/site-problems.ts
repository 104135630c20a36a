import type { LocalizedText, SiteProblem } from "@cadre-care/domain/page";
import type { ProfilePage } from "../profile/page-schema.ts";
import type { SiteProfile } from "../profile/site-profile.ts";
import { faultText } from "../read/reading-problems.ts";
import { placeName } from "./place-names.ts";
import type { SiteFinding } from "./site-finding.ts";

const KINDS = {
  list: { vi: "Trang danh sách", en: "List page" },
  patient: { vi: "Trang người bệnh", en: "Patient page" },
} as const satisfies Record<ProfilePage["kind"], LocalizedText>;

const NOTHING_SHOWN: LocalizedText = {
  vi: " Không đánh dấu để tránh nhầm người.",
  en: " Nothing is marked, so that nobody is mistaken.",
};

const HOSTS_TAKEN_OUT: LocalizedText = {
  vi: "Trang liên tục gỡ phần hiển thị của Cadre Care nên việc đánh dấu đã dừng. Tải lại trang; nếu lặp lại, báo bộ phận CNTT.",
  en: "The page keeps removing Cadre Care's display, so marking has stopped. Reload the page; if it happens again, tell IT.",
};

const whatToDo = ({ id, version }: SiteProfile): LocalizedText => ({
  vi: `Hãy báo bộ phận CNTT kiểm tra hồ sơ trang «${id}», bản ${version}.`,
  en: `Ask IT to check the site profile “${id}”, version ${version}.`,
});

/** The page as a whole, whichever of the profile's it should be. */
const wholePage = (profile: SiteProfile, finding: SiteFinding): SiteProblem => {
  if (finding.code === "gave-up") return { ...finding, message: HOSTS_TAKEN_OUT };
  const text = faultText(finding.code);
  const help = whatToDo(profile);
  return {
    ...finding,
    message: {
      vi: `Trang này: ${text.vi}.${NOTHING_SHOWN.vi} ${help.vi}`,
      en: `This page: ${text.en}.${NOTHING_SHOWN.en} ${help.en}`,
    },
  };
};

/** What a finding means for people: where it stands, what is wrong, what became of the marks, and what to do. */
export const siteProblem = (profile: SiteProfile, finding: SiteFinding): SiteProblem => {
  const page = profile.pages.find(({ id }) => id === finding.page);
  if (page === undefined) return wholePage(profile, finding);
  const { place, code, off } = finding;
  const kind = KINDS[page.kind];
  const name = placeName(page, place);
  const at = place === "" ? { vi: "", en: "" } : { vi: `, mục «${name.vi}»`, en: `, “${name.en}”` };
  const text = faultText(code);
  const help = whatToDo(profile);
  const shown = off ? NOTHING_SHOWN : { vi: "", en: "" };
  return {
    ...finding,
    message: {
      vi: `${kind.vi} «${page.id}»${at.vi}: ${text.vi}.${shown.vi} ${help.vi}`,
      en: `${kind.en} “${page.id}”${at.en}: ${text.en}.${shown.en} ${help.en}`,
    },
  };
};
