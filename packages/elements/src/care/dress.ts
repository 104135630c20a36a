import type { CSSResult } from "lit";

/** Styles that came with a part loaded later, beside those that the element was made with and those of other parts. */
export const dress = ({ shadowRoot }: HTMLElement, { styleSheet }: CSSResult): void => {
  if (shadowRoot === null || styleSheet === undefined || shadowRoot.adoptedStyleSheets.includes(styleSheet))
    return;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
};
