import { QuestionnaireInForm } from "../../in-form/questionnaire-in-form.ts";
import { define } from "../define.ts";

define("cadre-questionnaire", QuestionnaireInForm);

export type * from "../../in-form/questionnaire-in-form.ts";
