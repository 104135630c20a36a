import { css } from "lit";
import { signs } from "./signs.styles.ts";

/** What several elements draw beside signs: notices, fact lists, rows, cards. */
const boxes = css`
  .notice {
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_tone, var(--_line-strong));
    border-radius: var(--_radius);
    background: var(--_wash, var(--_raised));
  }
  .notice > .icon {
    color: var(--_tone, var(--_ink-soft));
    margin-block-start: 1px;
  }
  .notice > div {
    flex: 1;
    min-inline-size: 0;
  }
  .notice strong {
    display: block;
    color: var(--_tone, var(--_ink));
  }
  .notice p {
    margin: 0;
  }
  .notice .row {
    margin-block-start: 8px;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 1.0667em;
    font-weight: 650;
    line-height: 1.35;
  }
  p {
    margin: 0;
  }
  .soft {
    color: var(--_ink-soft);
  }
  .stack {
    display: grid;
    gap: var(--_gap);
    align-content: start;
  }
  .stack > [role="alert"] {
    margin-block-start: calc(var(--_gap) * -1);
  }
  .stack > [role="alert"] > * {
    margin-block-start: var(--_gap);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .spread {
    justify-content: space-between;
  }
  .card {
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .notice,
    .card {
      border-color: CanvasText;
    }
    .notice > .icon {
      color: CanvasText;
    }
  }
`;

export const blocks = [signs, boxes];
