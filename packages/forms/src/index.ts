import "./messages/english-now.ts";
import "./state/patterns-now.ts";

export * from "./on-demand.ts";
