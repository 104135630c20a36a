import "./messages/english-now.ts";

export * from "./on-demand.ts";
