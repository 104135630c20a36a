/**
 * What is out of sight has no layout of its own (`content-visibility`), and the foot that stays in sight covers whatever
 * happens to be scrolled under it: axe would measure guesses and chance.
 */
const inSight = new CSSStyleSheet();
inSight.replaceSync(`
  * { content-visibility: visible !important; }
  .foot, .outline { position: static !important; }
`);

/** Lays all of an element out, as if the window were as tall as it is. */
export const layOut = (element: Element): void => {
  const sheets = element.shadowRoot?.adoptedStyleSheets;
  if (sheets?.includes(inSight) === false) sheets.push(inSight);
};
