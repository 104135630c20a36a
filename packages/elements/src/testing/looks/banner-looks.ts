import type { SubjectState, SubjectView } from "@cadre-care/domain";
import type { CadrePriorityBanner } from "../../priority-banner/priority-banner.ts";
import { details, managed, otherDetails, problem, subjectView, subjectViews } from "../sample-views.ts";
import type { ScriptedService } from "../scripted-service.ts";
import { type Look, type Looks, looksOf } from "./look.ts";

type State = SubjectState["state"];
type View = SubjectView | undefined;

const inDetail = (answer: ScriptedService["answerDetails"]): Look<CadrePriorityBanner> => ({
  properties: { view: subjectView(managed()), mode: "details" },
  arrange: (service) => {
    service.answerDetails = answer;
  },
});

/** The strip of a page, and the details of a panel. */
export const bannerLooks: Looks<CadrePriorityBanner, State | `details ${State}`> = {
  ...looksOf<CadrePriorityBanner, State, View, "">("", subjectViews, (view) => ({
    properties: view === undefined ? { service: undefined } : { view },
    width: 760,
  })),
  ...looksOf<CadrePriorityBanner, State, View, "details ">("details ", subjectViews, (view) => ({
    properties: view === undefined ? { service: undefined, mode: "details" } : { view, mode: "details" },
  })),
  "details that the page contradicts": inDetail(async () => ({
    ok: true,
    value: {
      ...otherDetails,
      subject: "s-1",
      stated: { name: "Phạm Văn Dức", birthDate: "1948-11-02" },
      person: { ...otherDetails.person, statutoryGroups: ["age-75"] },
    },
  })),
  "details by a site link": inDetail(async () => ({
    ok: true,
    value: {
      ...details,
      link: { alone: true, shared: true, since: "2026-11-20T08:00:00+07:00", by: "Lê Thị Mai" },
    },
  })),
  "details that cannot be had": inDetail(async () => ({ ok: false, problem })),
  "details on their way": inDetail(() => new Promise(() => undefined)),
};
