import type { LocalizedText, Problem } from "@cadre-care/domain";
import type { OperationOutcome } from "../resources/index.ts";
import { CODE_SYSTEMS, EXTENSIONS } from "../systems.ts";
import { ISSUE_TEXTS, UNKNOWN_ISSUE } from "./issue-texts.ts";

type Issue = OperationOutcome["issue"][number];

function textOf(issue: Issue): LocalizedText | undefined {
  const vi = issue.details?.text;
  if (vi === undefined) return undefined;
  const english = (issue.details?._text?.extension ?? [])
    .filter((entry) => entry.url === EXTENSIONS.translation)
    .find((entry) => entry.extension.some((part) => part.url === "lang" && part.valueCode === "en"))
    ?.extension.find((part) => part.url === "content")?.valueString;
  return { vi, en: english ?? vi };
}

/**
 * The problem that an OperationOutcome states. `code` is the board's problem code, or `fhir-<issue code>`; the text is
 * the board's own in both languages, or ours for that issue code. Decisions are made on the code, never on the text.
 */
export function problemOf(outcome: OperationOutcome): Problem {
  const issue =
    outcome.issue.find((entry) => entry.severity === "fatal" || entry.severity === "error") ??
    outcome.issue[0];
  if (!issue) return { code: "refused", message: UNKNOWN_ISSUE };
  const own = issue.details?.coding?.find((entry) => entry.system === CODE_SYSTEMS.problem)?.code;
  return {
    code: own ?? `fhir-${issue.code}`,
    message: textOf(issue) ?? ISSUE_TEXTS[issue.code] ?? UNKNOWN_ISSUE,
  };
}
