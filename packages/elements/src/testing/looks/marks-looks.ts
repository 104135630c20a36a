import type { MarksView, PageView } from "@cadre-care/domain";
import type { CadrePriorityMarks } from "../../priority-marks/priority-marks.ts";
import { marksView, pageView, type Samples } from "../sample-views.ts";
import { type Looks, looksOf } from "./look.ts";

const marks = (state: MarksView["state"]): MarksView => ({ ...marksView, state });
const page = (state: PageView["state"]): PageView => ({ ...pageView, state });

const marksOf: Samples<MarksView["state"], MarksView> = {
  marked: marks("marked"),
  locked: marks("locked"),
  "signed-out": marks("signed-out"),
  "not-enough": marks("not-enough"),
  "roster-empty": marks("roster-empty"),
};
const pagesOf: Samples<PageView["state"], PageView> = {
  "no-site": page("no-site"),
  "not-recognised": page("not-recognised"),
  reading: page("reading"),
  read: page("read"),
  "profile-mismatch": page("profile-mismatch"),
  "gave-up": page("gave-up"),
  "switched-off": page("switched-off"),
};

/** The strip beside a list, and the same marks as a list. */
export const marksLooks: Looks<
  CadrePriorityMarks,
  `strip ${MarksView["state"]}` | MarksView["state"] | `page ${PageView["state"]}`
> = {
  ...looksOf<CadrePriorityMarks, MarksView["state"], MarksView, "strip ">("strip ", marksOf, (view) => ({
    properties: { layout: "strip", view },
    height: 170,
    silent: true,
    unread: true,
  })),
  ...looksOf<CadrePriorityMarks, MarksView["state"], MarksView, "">("", marksOf, (view) => ({
    properties: { page: pageView, view },
  })),
  ...looksOf<CadrePriorityMarks, PageView["state"], PageView, "page ">("page ", pagesOf, (view) => ({
    properties: { page: view, view: marksView },
  })),
  loading: { properties: { service: undefined } },
  nobody: {
    properties: {
      page: { ...pageView, people: [] },
      view: { ...marksView, counts: { managed: 0, possible: 0, conflict: 0, rows: 6 } },
    },
  },
};
