import { CadreSubmittedForm } from "../submitted-form/submitted-form.ts";
import { define } from "./define.ts";

define("cadre-submitted-form", CadreSubmittedForm);

export type * from "../submitted-form/submitted-form.ts";
