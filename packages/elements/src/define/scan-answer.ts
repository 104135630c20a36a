import { CadreScanAnswer } from "../scan-answer/scan-answer.ts";
import { define } from "./define.ts";

define("cadre-scan-answer", CadreScanAnswer);

export type * from "../scan-answer/scan-answer.ts";
