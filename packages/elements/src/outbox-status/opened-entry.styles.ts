import { css } from "lit";

/** What an open entry adds to the list of them. */
export const openedEntryStyles = css`
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
  }
  .opened {
    margin-block-start: 6px;
    padding: 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .actions {
    align-items: stretch;
  }
  dl {
    display: grid;
    gap: 2px 14px;
    grid-template-columns: minmax(90px, max-content) 1fr;
    margin: 0;
  }
  dt {
    color: var(--_ink-soft);
  }
  dd {
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset.moment {
    grid-template-columns: 1.4fr 1fr;
  }
  fieldset.moment .wrong {
    grid-column: 1 / -1;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
    font-weight: 600;
  }
  .moment .field label {
    font-weight: 400;
  }
  textarea {
    inline-size: 100%;
    padding: 8px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  textarea[aria-invalid="true"] {
    border-color: var(--_urgent);
    border-width: 2px;
  }
  .wrong {
    color: var(--_urgent);
  }
  .block {
    display: block;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--_ground);
  }
  th,
  td {
    padding: 6px 8px;
    border: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    font-weight: 600;
  }
  .differs th {
    font-weight: 600;
  }
  .differs td {
    border-block-width: 2px;
    border-color: var(--_caution);
    background: var(--_caution-wash);
    font-weight: 600;
  }
  @container (max-inline-size: 460px) {
    table,
    thead,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    tbody th {
      grid-column: 1 / -1;
      background: var(--_raised);
    }
    thead th:first-child {
      position: absolute;
      clip-path: inset(50%);
    }
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-block-end: 6px;
    }
  }
  @media (forced-colors: active) {
    .opened,
    .differs td {
      border-color: CanvasText;
    }
    .differs td {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
