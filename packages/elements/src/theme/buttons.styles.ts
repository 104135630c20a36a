import { css } from "lit";

/** Buttons and focus: targets of 40 px, 32 px where a row is dense (WCAG 2.5.8 asks for 24). */
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
  button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button.primary:hover {
    background: var(--_accent-strong);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
    padding-inline: 8px;
  }
  button.quiet:hover {
    background: var(--_accent-wash);
  }
  button.small {
    min-block-size: 32px;
    padding-block: 2px;
  }
  button[disabled],
  button[aria-disabled="true"] {
    cursor: default;
    border-color: var(--_line);
    background: var(--_raised);
    color: var(--_ink-soft);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    button.primary {
      border-color: ButtonText;
    }
    button[disabled],
    button[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
