/** What code that ships into pages may use: no schemas, no zod. */
export * from "./exam/health-class.ts";
export * from "./form/page-fact.ts";
export * from "./identity/stated-identity.ts";
export { MACHINE_OFF } from "./policy/site-profile-off.ts";
export * from "./result/result.ts";
export * from "./service/mark-lanes.ts";
export * from "./service/outbox-attention.ts";
export * from "./site/site-problem.ts";
export * from "./text/fold-name.ts";
export * from "./text/given-first-name.ts";
export type { Language, LocalizedText } from "./text/localized-text.ts";
export * from "./text/partial-date.ts";
