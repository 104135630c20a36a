import { CadreRosterStatus } from "../roster-status/roster-status.ts";
import { define } from "./define.ts";

define("cadre-roster-status", CadreRosterStatus);

export type * from "../roster-status/roster-status.ts";
