import type { OutboxFieldView } from "@cadre-care/domain";
import type { LanguageController } from "../language/language-controller.ts";
import { isInstant } from "./moment-text.ts";

/** A value as a person reads it: a choice in words, an instant in this machine's time. */
export const shownValue = (field: OutboxFieldView, words: LanguageController, now: number): string => {
  if (field.input === "moment" && isInstant(field.value)) return words.dates.moment(field.value, now);
  const choice = field.choices?.find(({ value }) => value === field.value);
  return choice === undefined ? field.value : words.say(choice.label);
};
