export * from "./scripted-service.ts";
export * from "./settled.ts";
