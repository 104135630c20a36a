import { CadreQuestionnaire } from "../questionnaire/questionnaire.ts";
import { define } from "./define.ts";

define("cadre-questionnaire", CadreQuestionnaire);

export type * from "../questionnaire/questionnaire.ts";
