export * from "./browser-session.ts";
export * from "./launch.ts";
export * from "./process-tree.ts";
