import { css } from "lit";

/** Layout of the wizard's screens: made for the width of a side panel, at ease in a whole tab. */
export const wizardStyles = css`
  :host {
    display: block;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    margin: 0;
  }
  h3 {
    color: var(--_ink-soft);
    font-size: 0.8125rem;
    font-weight: 650;
    letter-spacing: 0.01em;
    margin: 0 0 8px;
  }
  [tabindex="-1"]:focus {
    outline: none;
  }
  .unseen {
    clip-path: inset(50%);
    height: 1px;
    margin: 0;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }
  p {
    margin: 0;
  }
  .stack {
    display: grid;
    gap: 20px;
  }
  .tight {
    display: grid;
    gap: 10px;
  }
  .tight > h3 {
    margin: 0;
  }
  section {
    min-width: 0;
  }
  .soft {
    color: var(--_ink-soft);
  }
  .small {
    font-size: 0.875em;
  }
  .row {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .row.apart {
    justify-content: space-between;
  }
  .row .field {
    flex: 1 1 140px;
  }
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 8px;
    padding: 12px;
  }
  .card.ask {
    background: var(--_caution-wash);
    border-color: transparent;
    border-inline-start: 4px solid var(--_caution);
  }
  ul.plain {
    display: grid;
    gap: 8px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .notice {
    border-radius: var(--_radius);
    padding: 10px 12px;
    background: var(--_raised);
  }
  .notice.caution {
    background: var(--_caution-wash);
    color: var(--_caution);
  }
  .notice.good {
    background: var(--_good-wash);
    color: var(--_good);
  }
  .chip {
    background: var(--_raised);
    border-radius: 999px;
    display: inline-block;
    font-size: 0.8125em;
    font-weight: 600;
    padding: 2px 10px;
  }
  .chip.good {
    background: var(--_good-wash);
    color: var(--_good);
  }
  .chip.caution {
    background: var(--_caution-wash);
    color: var(--_caution);
  }
  .chip.none {
    background: var(--_urgent-wash);
    color: var(--_urgent);
  }
  code {
    font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace;
    font-size: 0.8125em;
    overflow-wrap: anywhere;
  }
  .sample {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .fields {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    list-style: none;
    margin: 0;
    overflow: hidden;
    padding: 0;
  }
  .fields li {
    border-inline-start: 4px solid transparent;
    display: grid;
    gap: 2px 8px;
    grid-template-columns: 1fr auto;
    padding: 10px 10px 10px 8px;
  }
  .fields li + li {
    border-block-start: 1px solid var(--_line);
  }
  .fields li.chosen {
    background: var(--_caution-wash);
    border-inline-start-color: var(--_caution);
  }
  .fields .half {
    color: var(--_caution);
  }
  .fields .name {
    font-weight: 600;
  }
  .fields .tools {
    align-items: start;
    display: flex;
    grid-column: 2;
    grid-row: 1 / span 3;
  }
  .fields li > :not(.tools) {
    grid-column: 1;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th {
    color: var(--_ink-soft);
    font-size: 0.8125em;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    border-block-end: 1px solid var(--_line);
    padding: 6px 8px 6px 0;
    vertical-align: top;
  }
  fieldset {
    border: 0;
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  input[type="number"] {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .error {
    color: var(--_urgent);
    font-size: 0.9em;
  }
  details.more > .stack {
    border-inline-start: 3px solid var(--_line);
    margin-block-start: 12px;
    padding-inline-start: 12px;
  }
  details.more .field > .found {
    color: var(--_ink-soft);
  }
  .file {
    position: relative;
  }
  .file label {
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    cursor: pointer;
    display: inline-block;
    font-weight: 600;
    padding: 9px 16px;
  }
  .file label:hover {
    background: var(--_raised);
  }
  .file input:focus-visible + label {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  textarea {
    background: var(--_ground);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    color: inherit;
    padding: 8px 10px;
    resize: vertical;
    font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace;
    font-size: 0.875rem;
    inline-size: 100%;
  }
  details pre {
    background: var(--_raised);
    border-radius: var(--_radius);
    font-size: 0.75rem;
    margin: 8px 0 0;
    max-block-size: 320px;
    overflow: auto;
    padding: 12px;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    min-block-size: 32px;
  }
`;
