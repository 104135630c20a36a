import type { Problem, StatedIdentity } from "@cadre-care/domain";
import { siteProblem } from "../health/site-problems.ts";
import type { ProfilePage } from "../profile/page-schema.ts";
import { readPatient } from "../read/read-patient.ts";
import { readRows } from "../read/read-rows.ts";
import { recognisePages } from "../read/recognise-pages.ts";
import { profileOfPage } from "./page-draft.ts";

/** What one row, or the one patient, says now. */
export interface SeenSubject {
  readonly identity: StatedIdentity;
  readonly emergency: boolean;
}

/**
 * A page of a profile as the product would read it in a document. `elsewhere`: the address is another; `unlike`: the
 * address fits, what stands there does not, and `problems` say why. `subjects`: the first ones of `count`.
 */
export interface PageLook {
  readonly state: "elsewhere" | "unlike" | "shown";
  readonly subjects: readonly SeenSubject[];
  readonly count: number;
  readonly problems: readonly Problem[];
}

/** How many rows IT is shown: enough to see that they differ, few enough to look at. */
const LOOKED_AT = 8;

/** Reads a page of a profile once, with the product's own reader. */
export const lookAtPage = (document: Document, page: ProfilePage): PageLook => {
  const profile = profileOfPage(page, document.defaultView?.origin ?? "");
  if (profile === undefined) return { state: "elsewhere", subjects: [], count: 0, problems: [] };
  const { shown, expected, findings } = recognisePages(document, profile);
  const [found] = shown;
  const problems = findings.map((finding) => siteProblem(profile, finding));
  if (found === undefined)
    return { state: expected ? "unlike" : "elsewhere", subjects: [], count: 0, problems };
  if (found.kind === "list") {
    const read = readRows(found.root, found.page);
    return {
      state: "shown",
      subjects: read.rows
        .slice(0, LOOKED_AT)
        .map(({ identity, urgency }) => ({ identity, emergency: urgency.emergency })),
      count: read.rows.length,
      problems: read.problems,
    };
  }
  const { identity, urgency, problems: own } = readPatient(found.root, found.page);
  const subjects = identity === null ? [] : [{ identity, emergency: urgency.emergency }];
  return { state: "shown", subjects, count: subjects.length, problems: own };
};
