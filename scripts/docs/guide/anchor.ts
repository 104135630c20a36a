/** The anchor that GitHub gives a heading, so that a link works in the repository and on the site. */
export const anchorOf = (heading: string): string =>
  heading
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
