import { css } from "lit";

export const sessionStyles = css`
  :host {
    display: block;
  }
  .wrong {
    color: var(--_urgent);
    font-weight: 600;
  }
  .users {
    margin: 0;
    padding: 0;
    border: 0;
    display: grid;
    gap: 0.25rem;
  }
  .users legend {
    font-weight: 600;
    padding: 0;
  }
  .languages {
    display: inline-flex;
    justify-self: start;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }
  .languages button {
    border: 0;
    background: transparent;
    border-radius: calc(var(--_radius) - 1px);
    font-weight: 500;
  }
  .languages button[aria-pressed="true"] {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 650;
  }
  .who strong {
    display: block;
  }
  @media (forced-colors: active) {
    .languages button[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
