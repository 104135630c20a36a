import Mark from "mark.js";

/**
 * How mark.js is called. `words`: with an array of words, its ordinary way; its time grows with the square of the rows.
 * `expression`: all of them in one regular expression; nobody writes it, but it is the best that can be had of mark.js, so
 * the bench says how we stand to that too.
 */
export type MarkJsWay = "words" | "expression";

/**
 * Milliseconds that mark.js takes to mark these texts (letters, digits and spaces), and how many marks it made. They are
 * taken out again.
 */
export const markJsTime = (
  context: Element,
  words: readonly string[],
  way: MarkJsWay,
): { ms: number; marks: number } => {
  const mark = new Mark(context);
  let marks = 0;
  const done = (made: number): void => {
    marks = made;
  };
  const start = performance.now();
  if (way === "words") mark.mark([...words], { done });
  else mark.markRegExp(new RegExp(`(?:${words.join("|")})`, "g"), { done });
  // What it changed has to be laid out before anybody sees it.
  document.body.offsetHeight;
  const ms = performance.now() - start;
  mark.unmark();
  return { ms, marks };
};
