import type { ScanAnswer } from "@cadre-care/domain";
import { nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { notice } from "../theme/notice.ts";
import { answerWords } from "./answer-words.ts";

/** The answer as a block. `actions`: what can be done about somebody whose details open elsewhere. */
export const answerNotice = (
  view: ScanAnswer,
  words: LanguageController,
  actions: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing => {
  const said = answerWords(view, words);
  if (said === undefined) return nothing;
  const { tone, icon, title, how, openable } = said;
  return notice(tone, icon, title, how ?? nothing, openable ? actions : nothing);
};
