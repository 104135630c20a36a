import type { Policy } from "@cadre-care/domain";
import type { Questionnaire, ValueSet } from "@cadre-care/fhir";
import { cadrePackage } from "./cadre-package.ts";
import { chronicForms } from "./chronic.ts";
import { healthClassValueSet } from "./health-class.ts";
import { icd10Sample } from "./icd10-sample.ts";
import { cadreExams, periodicExams } from "./periodic-exam.ts";
import { referrals } from "./referral.ts";

/**
 * The forms that the demo's board issues. An issued version never changes: after any change of these builders its
 * version must be a new one (forms.test.ts holds what each issued version was).
 */
export const demoForms = (policy: Policy): readonly Questionnaire[] => [
  ...periodicExams(),
  ...cadreExams(cadrePackage(policy)),
  ...chronicForms(),
  ...referrals(),
];

export const demoValueSets = (): readonly ValueSet[] => [healthClassValueSet, icd10Sample()];
