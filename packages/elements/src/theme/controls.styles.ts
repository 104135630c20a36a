import { css } from "lit";
import { buttons } from "./buttons.styles.ts";

/** Buttons of every kind, and fields: targets of 40 px, 32 px where a row is dense. */
const others = css`
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
  input,
  select {
    font: inherit;
    color: inherit;
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .field label {
    font-weight: 600;
  }
  input[type="text"],
  input[type="password"],
  select {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  input[aria-invalid="true"] {
    border-color: var(--_urgent);
    border-width: 2px;
  }
  .hint {
    color: var(--_ink-soft);
    font-size: 0.9em;
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    min-block-size: 24px;
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
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
  }
`;

export const controls = [buttons, others];
