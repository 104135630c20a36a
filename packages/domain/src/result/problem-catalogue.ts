import type { LocalizedText } from "../text/localized-text.ts";
import type { Problem, Result } from "./result.ts";

/** Makes problems and failures out of a message catalogue: the code is the key, so neither can lack the other. */
export const problemCatalogue = <Code extends string>(messages: Readonly<Record<Code, LocalizedText>>) => ({
  messages,
  problem: (code: Code): Problem => ({ code, message: messages[code] }),
  refuse: <Value = never>(code: Code): Result<Value> => ({
    ok: false,
    problem: { code, message: messages[code] },
  }),
});
