import { CadrePriorityBanner } from "../priority-banner/priority-banner.ts";
import { define } from "./define.ts";

define("cadre-priority-banner", CadrePriorityBanner);

export type * from "../priority-banner/priority-banner.ts";
