const compiled = new Map<string, RegExp | undefined>();

/** A pattern of a form as a RegExp over the whole text, or undefined where it cannot be used. */
export const regexOf = (pattern: string): RegExp | undefined => {
  if (!compiled.has(pattern)) {
    let regex: RegExp | undefined;
    try {
      regex = new RegExp(`^(?:${pattern})$`, "u");
    } catch {
      regex = undefined;
    }
    compiled.set(pattern, regex);
  }
  return compiled.get(pattern);
};
