import { URLS } from "../definition/extension-urls.ts";
import type { PrimitiveElement } from "../questionnaire/data-types.ts";

const primaryTag = (tag: string | undefined): string | undefined => tag?.split("-")[0]?.toLowerCase();

/** A text of the form in a language (`vi`, `en-US`), from the translation extension; the text itself if there is none. */
export const translated = (
  text: string | undefined,
  element: PrimitiveElement | undefined,
  language: string,
): string | undefined => {
  for (const { url, extension } of element?.extension ?? []) {
    if (url !== URLS.translation) continue;
    const lang = extension?.find((part) => part.url === "lang")?.valueCode;
    const content = extension?.find((part) => part.url === "content");
    if (primaryTag(lang) === primaryTag(language)) return content?.valueString ?? text;
  }
  return text;
};
