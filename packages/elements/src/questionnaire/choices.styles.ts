import { css } from "lit";

/** Choices: in a row, in a searched list, in the table of many. */
export const choiceStyles = css`
  .pick {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .pick.down {
    flex-direction: column;
    align-items: flex-start;
  }
  .pick label {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 36px;
    min-block-size: 32px;
    padding: 2px 10px 2px 8px;
    border: 1px solid var(--_line-strong);
    border-radius: 6px;
    background: var(--_ground);
    cursor: pointer;
  }
  .pick input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .pick label span {
    overflow-wrap: normal;
  }
  .grid .pick label span {
    white-space: nowrap;
  }
  .pick .meant {
    align-self: center;
    color: var(--_ink-soft);
    font-size: 0.9em;
  }
  .pick label:hover {
    background: var(--_accent-wash);
  }
  .pick label:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-wash);
    font-weight: 650;
  }
  .pick label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }
  .pick input:focus-visible {
    outline: none;
  }
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
  .grid {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .grid th,
  .grid td {
    padding: 2px 6px;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .grid .order {
    inline-size: 2em;
    color: var(--_ink-soft);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .grid .pick {
    flex-wrap: nowrap;
    justify-content: flex-end;
  }
  .grid .pick label {
    gap: 4px;
    min-inline-size: 0;
    min-block-size: 28px;
    padding-inline: 5px 7px;
  }
  .grid td:last-child {
    inline-size: 1%;
    padding-inline-end: 0;
  }
  .grid tr:focus-within {
    background: var(--_accent-wash);
  }
  .grid .label {
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .pick label:has(:checked),
    .search [role="option"][aria-selected="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
