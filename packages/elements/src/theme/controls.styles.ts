import { css } from "lit";
import { buttons } from "./buttons.styles.ts";

/** Fields: targets of 40 px. */
const fields = css`
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
`;

export const controls = [buttons, fields];
