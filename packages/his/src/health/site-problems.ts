import type { LocalizedText, SiteProblem } from "@cadre-care/domain/page";
import type { ProfilePage } from "../profile/page-schema.ts";
import type { SiteProfile } from "../profile/site-profile.ts";
import { faultText } from "../read/reading-problems.ts";
import type { Finding } from "./findings.ts";
import { placeName } from "./place-names.ts";

const KINDS = {
  list: { vi: "Trang danh sách", en: "List page" },
  patient: { vi: "Trang người bệnh", en: "Patient page" },
} as const satisfies Record<ProfilePage["kind"], LocalizedText>;

const NOTHING_SHOWN: LocalizedText = {
  vi: " Không đánh dấu để tránh nhầm người.",
  en: " Nothing is marked, so that nobody is mistaken.",
};

const whatToDo = ({ id, version }: SiteProfile): LocalizedText => ({
  vi: `Hãy báo bộ phận CNTT kiểm tra hồ sơ trang «${id}», bản ${version}.`,
  en: `Ask IT to check the site profile “${id}”, version ${version}.`,
});

/** What a finding means for people: where it stands, what is wrong, what became of the marks, and what to do. */
export const siteProblem = (
  profile: SiteProfile,
  page: ProfilePage,
  { place, fault, off }: Finding,
): SiteProblem => {
  const kind = KINDS[page.kind];
  const name = placeName(page, place);
  const at = place === "" ? { vi: "", en: "" } : { vi: `, mục «${name.vi}»`, en: `, “${name.en}”` };
  const text = faultText(fault);
  const help = whatToDo(profile);
  const shown = off ? NOTHING_SHOWN : { vi: "", en: "" };
  return {
    code: fault,
    message: {
      vi: `${kind.vi} «${page.id}»${at.vi}: ${text.vi}.${shown.vi} ${help.vi}`,
      en: `${kind.en} “${page.id}”${at.en}: ${text.en}.${shown.en} ${help.en}`,
    },
    page: page.id,
    kind: page.kind,
    place,
    off,
  };
};

/** The address is one of the profile's, and the document is none of its pages. */
export const unrecognisedProblem = (profile: SiteProfile): SiteProblem => {
  const text = faultText("page-not-recognised");
  const help = whatToDo(profile);
  return {
    code: "page-not-recognised",
    message: {
      vi: `Trang này: ${text.vi}.${NOTHING_SHOWN.vi} ${help.vi}`,
      en: `This page: ${text.en}.${NOTHING_SHOWN.en} ${help.en}`,
    },
    page: "*",
    kind: "none",
    place: "",
    off: true,
  };
};
