import { css } from "lit";

/** A searched list, and the values of earlier exams. */
export const furtherStyles = css`
  .search {
    display: grid;
    gap: 4px;
  }
  .search [role="listbox"] {
    max-block-size: 13em;
    margin: 0;
    padding: 4px;
    overflow: auto;
    border: 1px solid var(--_line-strong);
    border-radius: 6px;
    background: var(--_ground);
    list-style: none;
  }
  .search [role="option"] {
    display: flex;
    gap: 8px;
    padding: 5px 8px;
    border-radius: 4px;
    cursor: pointer;
  }
  .search [role="option"] .code {
    flex: none;
    min-inline-size: 4em;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .search [role="option"][aria-selected="true"] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chosen li {
    display: flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    padding-inline-start: 8px;
    border: 1px solid var(--_line-strong);
    border-radius: 6px;
    background: var(--_accent-wash);
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
  @media (forced-colors: active) {
    .search [role="option"][aria-selected="true"] {
      outline: 2px solid Highlight;
    }
    .trend {
      stroke: CanvasText;
    }
    .trend circle {
      fill: CanvasText;
    }
  }
`;
