import { css } from "lit";

/** The ordinary button, and focus: targets of 40 px (WCAG 2.5.8 asks for 24). */
export const buttons = css`
  button {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 40px;
    padding: 6px 14px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_ink);
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
    text-align: center;
  }
  button:hover {
    background: var(--_raised);
    border-color: var(--_accent);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
