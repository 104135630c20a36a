import type { ScanRelation, SubjectState, VisitView } from "@cadre-care/domain";
import type { CadreScanAnswer } from "../../scan-answer/scan-answer.ts";
import type { CadreScanInput } from "../../scan-input/scan-input.ts";
import type { CadreVisitSteps } from "../../visit-steps/visit-steps.ts";
import {
  details,
  laterVisit,
  managed,
  problem,
  type Samples,
  scanView,
  scanViews,
  subjectViews,
  visit,
} from "../sample-views.ts";
import { type Look, type Looks, looksOf } from "./look.ts";

const at = (change: Partial<VisitView>): Look<CadreVisitSteps> => ({
  properties: { service: undefined, details, visit: { ...laterVisit, ...change } },
});
const due = (dueAt: string): Partial<VisitView> => ({
  resultsDue: { startedAt: "2026-11-21T08:00:00+07:00", dueAt },
});

export const visitLooks: Looks<CadreVisitSteps, SubjectState["state"] | `delivery ${VisitView["delivery"]}`> =
  {
    ...looksOf<CadreVisitSteps, SubjectState["state"], (typeof subjectViews)[string], "">(
      "",
      subjectViews,
      (view) => ({ properties: view === undefined ? { service: undefined } : { view } }),
    ),
    "delivery saved": at({ delivery: "saved" }),
    "delivery sending": at({ delivery: "sending" }),
    "delivery delivered": at({ delivery: "delivered" }),
    "delivery parked": at({ delivery: "parked" }),
    "results soon due": at(due("2026-11-22T11:00:00+07:00")),
    "results late": at(due("2026-11-22T08:00:00+07:00")),
    undone: at({ ...visit, undoable: false, visit: { ...visit.visit, status: "cancelled" } }),
    busy: { properties: { service: undefined, details, visit: laterVisit, busy: true } },
    problem: { properties: { service: undefined, details, visit: laterVisit, problem } },
    unconfirmed: { properties: { view: subjectViews["managed-confirm"] }, press: ["[part=check-in]"] },
  };

/** A scan of each relation to the page's patient. */
const relations: Samples<ScanRelation, CadreScanAnswer["view"]> = {
  alone: scanView(managed(), { source: "cccd-qr" }),
  same: scanView(managed(), { source: "cccd-qr", relation: "same" }),
  another: scanViews["managed-another"],
  unclear: scanViews.possible,
};

/** Looks in a panel that say nothing: the person's details stand below, or nobody was scanned. */
const SILENT: ReadonlySet<string> = new Set(["alone", "managed", "nobody"]);

/** Answers to a scan in a panel, in one where the details open elsewhere, and in a strip. */
export const scanLooks: Looks<
  CadreScanAnswer,
  ScanRelation | `brief ${ScanRelation}` | `line ${ScanRelation}`
> = {
  ...looksOf<CadreScanAnswer, ScanRelation, CadreScanAnswer["view"], "">("", relations, (view, name) => ({
    properties: { view },
    silent: SILENT.has(name),
  })),
  ...looksOf<CadreScanAnswer, ScanRelation, CadreScanAnswer["view"], "brief ">(
    "brief ",
    relations,
    (view) => ({ properties: { view, brief: true } }),
  ),
  ...looksOf<CadreScanAnswer, string, CadreScanAnswer["view"], "scan ">("scan ", scanViews, (view, name) => ({
    properties: { view },
    silent: SILENT.has(name),
  })),
  ...looksOf<CadreScanAnswer, ScanRelation, CadreScanAnswer["view"], "line ">("line ", relations, (view) => ({
    properties: { view, line: true },
    width: 520,
  })),
  ...looksOf<CadreScanAnswer, string, CadreScanAnswer["view"], "line of scan ">(
    "line of scan ",
    scanViews,
    (view, name) => ({ properties: { view, line: true }, width: 520, silent: name === "nobody" }),
  ),
};

export const scanInputLooks: Looks<CadreScanInput, "empty" | "missing" | "problem" | "line"> = {
  empty: {},
  missing: { press: ["[part=check]"] },
  problem: { properties: { problem } },
  line: { properties: { line: true } },
  "line, problem": { properties: { line: true, problem } },
};
