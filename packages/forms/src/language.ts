/** Teaches the form engine a further language, beside Vietnamese and English. Loads nothing of the engine itself. */

export { english as englishFormProblems } from "./messages/form-messages.english.ts";
export type { FormProblemCode, FormTexts } from "./messages/form-messages.ts";
export { type FormLanguage, speakFurther } from "./messages/further.ts";
