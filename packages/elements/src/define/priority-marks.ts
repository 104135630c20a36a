import { CadrePriorityMarks } from "../priority-marks/priority-marks.ts";
import { define } from "./define.ts";

define("cadre-priority-marks", CadrePriorityMarks);

export type * from "../priority-marks/priority-marks.ts";
