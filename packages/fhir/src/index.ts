export * from "./systems.ts";
