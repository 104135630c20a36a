import { ExamChecklistInForm } from "../../in-form/exam-checklist-in-form.ts";
import { define } from "../define.ts";

define("cadre-exam-checklist", ExamChecklistInForm);

export type * from "../../in-form/exam-checklist-in-form.ts";
