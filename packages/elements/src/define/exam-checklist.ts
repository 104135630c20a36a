import { CadreExamChecklist } from "../exam-checklist/exam-checklist.ts";
import { define } from "./define.ts";

define("cadre-exam-checklist", CadreExamChecklist);

export type * from "../exam-checklist/exam-checklist.ts";
