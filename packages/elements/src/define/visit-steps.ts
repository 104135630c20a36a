import { CadreVisitSteps } from "../visit-steps/visit-steps.ts";
import { define } from "./define.ts";

define("cadre-visit-steps", CadreVisitSteps);

export type * from "../visit-steps/visit-steps.ts";
