import { CODE_SYSTEMS, EXTENSIONS } from "@cadre-care/fhir";
import { getStatus, OperationOutcomeError } from "@medplum/core";
import type { OperationOutcome, OperationOutcomeIssue } from "@medplum/fhirtypes";
import { isProblemCode, PROBLEMS, type ProblemCode } from "./problems.ts";

export interface Complaint {
  readonly code: ProblemCode;
  /** FHIRPath of the element, e.g. `Encounter.status`. Never a value. */
  readonly expression?: string;
}

/** English beside the Vietnamese by the standard extension `translation`; fhirtypes has no `_text` on CodeableConcept. */
const details = (code: ProblemCode) => ({
  coding: [{ system: CODE_SYSTEMS.problem, code }],
  text: PROBLEMS[code].vi,
  _text: {
    extension: [
      {
        url: EXTENSIONS.translation,
        extension: [
          { url: "lang", valueCode: "en" },
          { url: "content", valueString: PROBLEMS[code].en },
        ],
      },
    ],
  },
});

const issueOf = ({ code, expression }: Complaint): OperationOutcomeIssue => ({
  severity: "error",
  code: PROBLEMS[code].issue,
  details: details(code),
  ...(expression === undefined ? {} : { expression: [expression] }),
});

/** An OperationOutcome in Vietnamese and English. Holds element paths, never what stood there. */
export const outcomeOf = (first: Complaint, ...more: readonly Complaint[]): OperationOutcome => ({
  resourceType: "OperationOutcome",
  issue: [first, ...more].map(issueOf),
});

/** Thrown through Medplum's router, which hands the outcome on as it is. */
export class BoardError extends OperationOutcomeError {
  readonly code: ProblemCode;

  constructor(first: Complaint | ProblemCode, ...more: readonly Complaint[]) {
    const complaint: Complaint = typeof first === "string" ? { code: first } : first;
    super(outcomeOf(complaint, ...more));
    this.name = "BoardError";
    this.code = complaint.code;
  }
}

const problemOf = (outcome: OperationOutcome): ProblemCode | undefined => {
  const code = outcome.issue[0]?.details?.coding?.find(
    (coding) => coding.system === CODE_SYSTEMS.problem,
  )?.code;
  return code !== undefined && isProblemCode(code) ? code : undefined;
};

/** Outcomes that Medplum's own code makes, in our words; ours pass through. */
export const inOurWords = (outcome: OperationOutcome): OperationOutcome => {
  if (problemOf(outcome)) return outcome;
  const status = getStatus(outcome);
  if (status < 400) return outcome;
  if (status === 404) return outcomeOf({ code: "not-found" });
  if (status === 412) return outcomeOf({ code: "version-conflict" });
  if (status >= 500) return outcomeOf({ code: "internal-error" });
  return outcomeOf({ code: "request-invalid" });
};

/** HTTP status of an outcome: by our problem code where there is one. */
export const statusOf = (outcome: OperationOutcome): number => {
  const code = problemOf(outcome);
  return code ? PROBLEMS[code].status : getStatus(outcome);
};
