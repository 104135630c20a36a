/** Teaches the form engine a further language, beside Vietnamese and English. Loads nothing of the engine itself. */
export type { FormProblemCode, FormTexts } from "./messages/form-messages.ts";
export { type FormLanguage, speakFurther } from "./messages/further.ts";
