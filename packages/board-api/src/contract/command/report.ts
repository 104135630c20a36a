import type { LocalizedText } from "@cadre-care/domain";
import { NOT_ASKED } from "../checks/not-asked-texts.ts";
import { CAPABILITY_TEXTS } from "./capability-texts.ts";
import type { CleanedUp } from "./clean-up.ts";
import { REPORT_TEXTS } from "./report-texts.ts";
import type { Checked } from "./run-checks.ts";

export interface Run {
  readonly board: string;
  /** ISO instant. */
  readonly at: string;
  readonly checked: readonly Checked[];
  readonly cleanedUp: CleanedUp;
}

/** 0: everything that the product needs holds; 1: something does not; 2: something that it needs was not asked. */
export const exitCodeOf = (checked: readonly Checked[]): 0 | 1 | 2 => {
  if (checked.some(({ need, finding }) => need !== "advisory" && finding.state === "does-not-hold")) return 1;
  return checked.some(({ need, finding }) => need === "always" && finding.state === "not-asked") ? 2 : 0;
};

const verdictOf = (code: 0 | 1 | 2): LocalizedText =>
  REPORT_TEXTS[code === 0 ? "all-hold" : code === 1 ? "some-missing" : "some-unasked"];

const both = ({ vi, en }: LocalizedText): string => `${vi} / ${en}`;

/** One line, as each check is done. */
export const progressLine = ({ id, finding }: Checked): string => `${finding.state.padEnd(14)}${id}`;

const block = (heading: LocalizedText, { vi, en }: LocalizedText): readonly string[] => [
  `    ${heading.vi}: ${vi}`,
  `    ${heading.en}: ${en}`,
];

const detailsOf = ({ id, need, finding }: Checked): readonly string[] => {
  const { title, without, instead } = CAPABILITY_TEXTS[id];
  const head = `  [${id}] ${both(title)} (${both(REPORT_TEXTS[need])})`;
  if (finding.state === "holds") return [head];
  if (finding.state === "not-asked") return [head, ...block(REPORT_TEXTS.reason, NOT_ASKED[finding.reason])];
  return [
    head,
    `    ${both(REPORT_TEXTS.saw)}: ${finding.saw}`,
    ...block(REPORT_TEXTS.without, without),
    ...block(REPORT_TEXTS.instead, instead ?? REPORT_TEXTS["no-instead"]),
  ];
};

const STATES = ["holds", "not-asked", "does-not-hold"] as const;

const cleanUpLine = ({ deleted, retired, left }: CleanedUp): string => {
  const kept = Object.entries(left).map(([type, count]) => `${type} ${count}`);
  const part = (text: LocalizedText, value: string | number) => `${both(text)}: ${value}`;
  return `${both(REPORT_TEXTS["clean-up"])}: ${[
    part(REPORT_TEXTS.deleted, deleted),
    part(REPORT_TEXTS.retired, retired),
    part(REPORT_TEXTS.left, kept.length === 0 ? 0 : kept.join(", ")),
  ].join("; ")}`;
};

/** The report for people, what does not hold last, where it is read first on a terminal. */
export const reportText = ({ board, at, checked, cleanedUp }: Run): string =>
  [
    `${board} · ${at}`,
    ...STATES.flatMap((state) => {
      const some = checked.filter(({ finding }) => finding.state === state);
      return some.length === 0
        ? []
        : ["", `${both(REPORT_TEXTS[state])} (${some.length})`, ...some.flatMap(detailsOf)];
    }),
    "",
    cleanUpLine(cleanedUp),
    both(verdictOf(exitCodeOf(checked))),
  ].join("\n");

/** The same for programs. */
export const reportJson = ({ board, at, checked, cleanedUp }: Run) => ({
  board,
  at,
  exitCode: exitCodeOf(checked),
  verdict: verdictOf(exitCodeOf(checked)),
  checks: checked.map(({ id, need, finding }) => ({
    id,
    need,
    ...finding,
    ...(finding.state === "not-asked" ? { why: NOT_ASKED[finding.reason] } : {}),
    ...CAPABILITY_TEXTS[id],
  })),
  cleanUp: cleanedUp,
});
