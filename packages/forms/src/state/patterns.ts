/** A pattern over the whole text, or undefined where it is wrong or more than is done here. */
export type PatternOf = (pattern: string) => ((text: string) => boolean) | undefined;

let made: PatternOf | undefined;

/** From now on values are checked against the patterns (regex) of their forms. */
export const takePatterns = (patternOf: PatternOf): void => {
  made = patternOf;
};

/** What makes a check of a pattern; undefined until a form with one has loaded it. */
export const patterns = (): PatternOf | undefined => made;
