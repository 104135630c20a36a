/** Random lower-case letters from the browser's generator: names that a page cannot know before it sees them. */
export const randomLetters = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(length)), (value) =>
    String.fromCharCode(97 + (value % 26)),
  ).join("");
