export * from "./page.ts";
export * from "./profile/field-schema.ts";
export * from "./profile/page-schema.ts";
export * from "./profile/read-site-profile.ts";
export * from "./profile/site-profile.ts";
export * from "./profile/source-schema.ts";
export { readPatient } from "./read/read-patient.ts";
export { readRows } from "./read/read-rows.ts";
