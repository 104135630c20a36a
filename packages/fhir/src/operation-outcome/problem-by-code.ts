import type { Problem } from "@cadre-care/domain";
import { TRANSPORT_PROBLEMS, UNAUTHORISED } from "../client/transport-problems.ts";
import { ISSUE_TEXTS, UNKNOWN_ISSUE } from "./issue-texts.ts";

const KNOWN: ReadonlyMap<string, Problem> = new Map(
  [...Object.values(TRANSPORT_PROBLEMS), UNAUTHORISED].map((problem) => [problem.code, problem]),
);

/** The problem of a code that was kept without its text. Unknown codes get a text that says so. */
export function problemByCode(code: string): Problem {
  return KNOWN.get(code) ?? { code, message: ISSUE_TEXTS[code.replace(/^fhir-/, "")] ?? UNKNOWN_ISSUE };
}
