export type { ListPage, PatientPage, ProfilePage } from "./profile/page-schema.ts";
export type { SiteProfile, SiteProfileInput } from "./profile/site-profile.ts";
export { type PatientStatement, readPatient } from "./read/read-patient.ts";
export { type RowStatement, readRows } from "./read/read-rows.ts";
export type { ReadingFault } from "./read/reading-problems.ts";
export { type RecognisedPage, type Recognition, recognisePages } from "./read/recognise-pages.ts";
export { openShadowRootsWith } from "./read/shadow-roots.ts";
export * from "./watch/page-reading.ts";
export { watchPage } from "./watch/watch-page.ts";
