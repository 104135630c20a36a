import type { SiteProblem } from "@cadre-care/domain/page";
import type { ProfilePage } from "../profile/page-schema.ts";
import type { PlacedFault } from "../read/reading-faults.ts";
import type { Finding } from "./findings.ts";

/** What does not fit between a profile and a page that it reads, without words: those are for `siteProblem`. */
export type SiteFinding = PlacedFault & Pick<SiteProblem, "page" | "kind" | "off">;

/** A finding at a page of the profile. */
export const siteFinding = ({ id, kind }: ProfilePage, { place, fault, off }: Finding): SiteFinding => ({
  code: fault,
  page: id,
  kind,
  place,
  off,
});

/** The address is one of the profile's, and the document is none of its pages. */
export const UNRECOGNISED: SiteFinding = {
  code: "page-not-recognised",
  page: "*",
  kind: "none",
  place: "",
  off: true,
};

export const sameSiteFindings = (one: readonly SiteFinding[], other: readonly SiteFinding[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
