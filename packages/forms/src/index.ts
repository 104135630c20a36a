import "./messages/english-now.ts";
import "./state/patterns-now.ts";
import "./state/value-sets-now.ts";

export * from "./on-demand.ts";
