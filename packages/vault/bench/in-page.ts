export * from "./directory-in-page.ts";
export * from "./per-key-in-page.ts";
export * from "./slot-in-page.ts";
export * from "./sync-in-page.ts";
