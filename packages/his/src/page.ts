export type { SiteProfile } from "./profile/site-profile.ts";
export * from "./watch/page-reading.ts";
