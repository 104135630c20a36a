/** For whoever draws forms: the scripted forms, how LHC-Forms fills them in, and what is known to differ. */
export { type Difference, differencesOf, REFUSED } from "../differences/difference.ts";
export { explain } from "../differences/explain.ts";
export { KNOWN_DIFFERENCES, type KnownDifference } from "../differences/known-differences.ts";
export { type Place, SCRIPTED_FORMS, type ScriptedForm, type Step } from "../questionnaires/index.ts";
export { fillWithLhcForms } from "./fill-with-lhc-forms.ts";
export { type LhcWindow, openLhcForms } from "./lhc-window.ts";
