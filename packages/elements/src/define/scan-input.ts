import { CadreScanInput } from "../scan-input/scan-input.ts";
import { define } from "./define.ts";

define("cadre-scan-input", CadreScanInput);

export type * from "../scan-input/scan-input.ts";
