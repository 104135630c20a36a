import { css } from "lit";

export const outboxStyles = css`
  :host {
    display: block;
  }
  section {
    container-type: inline-size;
  }
  .spoken {
    margin: 0;
  }
  .group {
    display: grid;
    gap: 6px;
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
  }
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    list-style: none;
  }
  li {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
    padding: 10px 12px;
    overflow-wrap: anywhere;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .spread > .hint {
    flex: 1 1 0;
    min-inline-size: min(100%, 9em);
  }
  .about {
    font-weight: 500;
  }
  .why {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_tone, var(--_line-strong));
  }
  .due,
  .other {
    display: flex;
    gap: 6px;
    color: var(--_tone, inherit);
  }
  .due .icon,
  .other .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-block-start: 2px;
  }
  .progress {
    display: grid;
    gap: 4px;
  }
  progress {
    inline-size: 100%;
    block-size: 10px;
    accent-color: var(--_accent);
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
  details > summary {
    min-block-size: 32px;
    padding-block: 6px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    ul,
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
