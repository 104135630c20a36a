import type { PageFact, Problem, StatedIdentity, StatedUrgency } from "@cadre-care/domain/page";
import type { PatientPage } from "../profile/page-schema.ts";
import { readFacts } from "./read-facts.ts";
import { ProblemLog } from "./reading-problems.ts";
import { SubjectReader } from "./subject-reader.ts";

/** `identity` null: every field stands empty, the page shows nobody. */
export interface PatientStatement {
  readonly identity: StatedIdentity | null;
  readonly urgency: StatedUrgency;
  readonly problems: readonly Problem[];
  readonly fingerprint: string;
}

export class PatientReader {
  readonly page: PatientPage;
  readonly #subjects: SubjectReader;

  constructor(page: PatientPage) {
    this.page = page;
    this.#subjects = new SubjectReader(page);
  }

  read(root: Element): PatientStatement {
    const { identity, urgency, faults, fingerprint } = this.#subjects.read({ element: root });
    const log = new ProblemLog(this.page.id);
    for (const [path, fault] of faults) log.add(fault, path);
    const nobody =
      faults.length === 0 &&
      identity.identifiers.length === 0 &&
      identity.name === undefined &&
      identity.birthDate === undefined;
    const problems = log.list();
    const codes = problems.map((problem) => problem.message.en).join();
    return {
      identity: nobody ? null : identity,
      urgency,
      problems,
      fingerprint: `${nobody}${fingerprint}${codes}`,
    };
  }

  /** What the page says for a form; apart, as it has no part in who the patient is. */
  facts(root: Element): readonly PageFact[] {
    return readFacts(root, this.page.prefill);
  }
}

/** Reads a patient page once. */
export const readPatient = (root: Element, page: PatientPage): PatientStatement =>
  new PatientReader(page).read(root);
