import Mark from "mark.js";

/**
 * Milliseconds that mark.js takes to mark these texts (letters, digits and spaces), and how many marks it made. They are
 * taken out again. All of them in one expression: an array of words, each sought by itself, takes it a hundred times as long.
 */
export const markJsTime = (context: Element, words: readonly string[]): { ms: number; marks: number } => {
  const mark = new Mark(context);
  let marks = 0;
  const start = performance.now();
  mark.markRegExp(new RegExp(`(?:${words.join("|")})`, "g"), {
    done: (made) => {
      marks = made;
    },
  });
  // What it changed has to be laid out before anybody sees it.
  document.body.offsetHeight;
  const ms = performance.now() - start;
  mark.unmark();
  return { ms, marks };
};
