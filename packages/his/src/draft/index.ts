export * from "./draft-messages.ts";
export * from "./draft-page.ts";
export * from "./field-role.ts";
export type { DraftDoubt, DraftedField, DraftQuestion, PageDraft } from "./page-draft.ts";
