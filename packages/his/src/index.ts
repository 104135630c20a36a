export * from "./watch/page-reading.ts";
