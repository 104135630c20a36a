import { foldName } from "@cadre-care/domain/page";

const folded = new Map<string, string>();

/** `foldName` of a text that a profile states: there are few, and they do not change, so each is folded once. */
export const foldStated = (text: string): string => {
  let key = folded.get(text);
  if (key === undefined) {
    key = foldName(text);
    folded.set(text, key);
  }
  return key;
};
