import { css } from "lit";

/** Items of a form and their controls. */
export const fieldStyles = css`
  .item {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
    scroll-margin-block: 80px 160px;
  }
  tr.item {
    display: table-row;
  }
  .item.wide,
  .item.half {
    grid-column: 1 / -1;
  }
  @container form (min-width: 480px) {
    .item.half {
      grid-column: span 2;
    }
  }
  .items > .item[hidden],
  tr.item[hidden],
  .group[hidden],
  .section[hidden] {
    display: none;
  }
  .label {
    padding: 0;
    font-weight: 600;
    line-height: 1.35;
  }
  /* A star that is drawn and not written: readers hear "required" from the control itself. */
  .must .label::after {
    content: "";
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-start: 0.3em;
    vertical-align: 0.35em;
    background: var(--_urgent);
    clip-path: polygon(
      50% 0,
      61% 35%,
      98% 35%,
      68% 57%,
      79% 91%,
      50% 70%,
      21% 91%,
      32% 57%,
      2% 35%,
      39% 35%
    );
    forced-color-adjust: none;
  }
  .item textarea,
  .item input:is([type="text"], [type="url"]),
  .item select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_line-strong);
    border-radius: 6px;
    background: var(--_ground);
    color: inherit;
    font: inherit;
  }
  .item :is(input, select, textarea, button) {
    scroll-margin-block: 80px 180px;
  }
  .item textarea {
    display: block;
    min-block-size: 36px;
    field-sizing: content;
    max-block-size: 16em;
    resize: vertical;
  }
  .item [readonly] {
    border-style: dashed;
    background: var(--_raised);
  }
  .item.wrong :is(textarea, input[type="text"], input[type="url"], select) {
    border-color: var(--_urgent);
    border-width: 2px;
  }
  .item.unconfirmed :is(textarea, input[type="text"], input[type="url"], select, .pick label) {
    border-color: var(--_caution);
    border-style: dashed;
  }
  .problem {
    margin: 0;
    color: var(--_urgent);
    font-size: 0.9em;
    font-weight: 500;
  }
  .problem.advice {
    color: var(--_caution);
  }
  .item input[type="file"] {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .measure {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .measure input {
    flex: 1 1 4em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .measure select {
    flex: 0 1 6em;
  }
  .measure .unit {
    flex: none;
    color: var(--_ink-soft);
  }
  .before {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    color: var(--_ink-soft);
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums;
  }
  .trend {
    flex: none;
    inline-size: 64px;
    block-size: 18px;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .trend circle {
    fill: var(--_accent);
    stroke: none;
  }
  .many {
    display: grid;
    gap: 4px;
  }
  .many .one {
    display: flex;
    gap: 4px;
    align-items: start;
  }
  .many .one > :first-child {
    flex: 1;
    min-inline-size: 0;
  }
  .display {
    grid-column: 1 / -1;
    white-space: pre-line;
  }
  details.more {
    color: var(--_ink-soft);
    font-size: 0.9em;
  }
  details.more summary {
    display: inline-block;
    min-block-size: 24px;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .must .label::after {
      background: CanvasText;
    }
    .trend {
      stroke: CanvasText;
    }
    .trend circle {
      fill: CanvasText;
    }
  }
`;
