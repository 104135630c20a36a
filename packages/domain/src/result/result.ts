import type { LocalizedText } from "../text/localized-text.ts";

/**
 * What went wrong, for a program (`code`, kebab-case, stable) and for a person (`message`, which says what to do).
 * Never holds a name or a number of a person.
 */
export interface Problem {
  readonly code: string;
  readonly message: LocalizedText;
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export const success = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const failure = <Value = never>(code: string, message: LocalizedText): Result<Value> => ({
  ok: false,
  problem: { code, message },
});
