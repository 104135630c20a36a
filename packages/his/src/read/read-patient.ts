import type { PageFact, Problem, StatedIdentity, StatedUrgency } from "@cadre-care/domain/page";
import { type Finding, patientFindings } from "../health/findings.ts";
import type { PatientPage } from "../profile/page-schema.ts";
import { readFacts } from "./read-facts.ts";
import { FaultLog, type PlacedFault } from "./reading-faults.ts";
import { readingProblem } from "./reading-problems.ts";
import { SubjectReader } from "./subject-reader.ts";

/**
 * `identity` null: every field stands empty, the page shows nobody. Where the page is built otherwise than the profile
 * says, `findings` tell so and the identity says nothing (DESIGN rule 10).
 */
export interface PatientStatement {
  readonly identity: StatedIdentity | null;
  readonly urgency: StatedUrgency;
  readonly faults: readonly PlacedFault[];
  readonly findings: readonly Finding[];
  readonly fingerprint: string;
}

const NOBODY_KNOWN: StatedIdentity = { identifiers: [] };

export class PatientReader {
  readonly page: PatientPage;
  readonly #subjects: SubjectReader;

  constructor(page: PatientPage) {
    this.page = page;
    this.#subjects = new SubjectReader(page);
  }

  read(root: Element): PatientStatement {
    const { identity, urgency, faults, fingerprint } = this.#subjects.read({ element: root });
    const log = new FaultLog();
    for (const [path, fault] of faults) log.add(fault, path);
    const nobody =
      faults.length === 0 &&
      identity.identifiers.length === 0 &&
      identity.name === undefined &&
      identity.birthDate === undefined;
    const placed = log.list();
    const findings = patientFindings(faults);
    const off = findings.some((finding) => finding.off);
    const codes = placed.map(({ place, code }) => `${place} ${code}`).join();
    return {
      identity: nobody ? null : off ? NOBODY_KNOWN : identity,
      urgency,
      faults: placed,
      findings,
      fingerprint: `${nobody}${fingerprint}${codes}`,
    };
  }

  /** What the page says for a form; apart, as it has no part in who the patient is. */
  facts(root: Element): readonly PageFact[] {
    return readFacts(root, this.page.prefill);
  }
}

/** Reads a patient page once, for tests of a profile and for the wizard; pages are watched with `watchPage`. */
export const readPatient = (
  root: Element,
  page: PatientPage,
): PatientStatement & { readonly problems: readonly Problem[] } => {
  const statement = new PatientReader(page).read(root);
  return { ...statement, problems: statement.faults.map((fault) => readingProblem(page.id, fault)) };
};
