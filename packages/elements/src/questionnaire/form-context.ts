import type { FormCode, PreviousValue, Result } from "@cadre-care/domain";
import type { FormNode, FormState } from "@cadre-care/forms/on-demand";
import type { LanguageController } from "../language/language-controller.ts";
import type { SectionTally } from "./form-tally.ts";

/** Looks codes of a value set up: canonical and text in, best codes first. */
export type CodeLookup = (valueSet: string, text: string) => Promise<Result<readonly FormCode[]>>;

/** What every part of one shown form needs to know. */
export interface FormContext {
  readonly form: FormState;
  readonly words: LanguageController;
  /** Earlier measurements by `system|code`. */
  readonly previous: ReadonlyMap<string, PreviousValue>;
  /** Absent: only lists that came with the form can be searched. */
  readonly lookup: CodeLookup | undefined;
  /** A submission was tried: problems of all items are shown, not only of those that were visited. */
  readonly tried: boolean;
  /** A new id, unique in the shadow root. */
  newId(): string;
  /** Figures of a section. */
  tally(section: FormNode): SectionTally;
  /** The user has looked at what was filled in before in a section, and it is right. */
  confirm(section: FormNode): void;
  /** The user answered by one key: on to the next item. */
  advance(from: FormNode): void;
}
