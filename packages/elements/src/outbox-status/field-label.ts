import type { OutboxFieldView } from "@cadre-care/domain";
import { furtherLanguages } from "../language/further.ts";
import type { LanguageController } from "../language/language-controller.ts";

/** Reasons and notes are known by where they stand in their resource. */
const nameOf = (id: string): string => /^(reason|note)(?:Code)?\.\d+\.text$/.exec(id)?.[1] ?? id;

/** What a value of an entry is called. */
export const fieldLabel = ({ id, label }: OutboxFieldView, words: LanguageController): string =>
  furtherLanguages()?.spoken.get(words.current)?.fields[nameOf(id)] ?? words.say(label);
