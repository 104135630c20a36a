import { englishOf } from "@cadre-care/domain";
import { TRANSPORT_PROBLEMS, UNAUTHORISED } from "./client/transport-problems.ts";
import { formBundleProblems } from "./forms/form-problems.ts";
import { libraryProblems } from "./library/library-problems.ts";
import { UNKNOWN_ISSUE } from "./operation-outcome/issue-texts.ts";
import type { FhirProblemCode } from "./problem-codes.ts";

const transport = TRANSPORT_PROBLEMS;

/** What the problems of this package say in English: for whoever translates them. */
export const englishFhirProblems: Readonly<Record<FhirProblemCode, string>> = {
  ...englishOf(formBundleProblems.messages),
  ...englishOf(libraryProblems.messages),
  "board-unreachable": transport.network.message.en,
  "board-slow": transport["time-out"].message.en,
  "board-busy": transport.busy.message.en,
  "board-fault": transport["server-error"].message.en,
  "answer-not-from-board": transport["not-fhir"].message.en,
  "request-stopped": transport.stopped.message.en,
  refused: UNKNOWN_ISSUE.en,
  "sign-in-ended": UNAUTHORISED.message.en,
};
