import { css } from "lit";

/**
 * Layout of a form. Everything hangs on `.frame`, which starts from initial values: rules of the page that reach the
 * host (`* { all: unset !important }`) reach nothing inside. Its width decides the layout, not the window's.
 */
export const questionnaireStyles = css`
  :host {
    display: block;
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  .frame {
    all: initial;
    display: block;
    box-sizing: border-box;
    container: form / inline-size;
    color: var(--_ink);
    color-scheme: inherit;
    font-family: var(--_font);
    font-size: var(--_size);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  .form[hidden] {
    display: none;
  }
  :is(.form, .content) > .title {
    font-size: 1.2em;
  }
  .sample {
    padding: 4px 12px;
    border: 1px dashed var(--_caution);
    border-radius: var(--_radius);
    background: var(--_caution-wash);
    color: var(--_caution);
    font-weight: 600;
  }
  .outline ol {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .outline ol:not(.open) {
    display: none;
  }
  .outline .jump {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 8px;
    border-color: transparent;
    background: transparent;
    font-weight: 500;
    text-align: start;
  }
  .outline .jump:hover {
    background: var(--_accent-wash);
  }
  .outline .jump .progress {
    flex: none;
  }
  .outline .jump.here {
    background: var(--_raised);
    font-weight: 650;
  }
  .progress {
    color: var(--_ink-soft);
    font-size: 0.8667em;
    font-variant-numeric: tabular-nums;
    font-weight: 500;
    white-space: nowrap;
  }
  .progress.full {
    color: var(--_good);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-content: start;
  }
  .section {
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
    content-visibility: auto;
    contain-intrinsic-size: auto 500px;
    scroll-margin-block: 12px;
  }
  .section:focus-within {
    content-visibility: visible;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 12px;
    margin-block-end: 8px;
  }
  .section h3 {
    font-size: 1.0667em;
  }
  .loose {
    content-visibility: auto;
    contain-intrinsic-size: auto 600px;
  }
  .group h4,
  .group h5 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
  }
  .items {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    gap: 10px 12px;
    align-items: start;
  }
  .group {
    grid-column: 1 / -1;
    min-inline-size: 0;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .items > .group:first-child {
    padding-block-start: 0;
    border-block-start: 0;
  }
  .instance {
    position: relative;
    grid-column: 1 / -1;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_line);
  }
  .prefill {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    margin-block-end: 10px;
    padding: 6px 10px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_caution);
    border-radius: var(--_radius);
    background: var(--_caution-wash);
    color: var(--_caution);
  }
  .prefill strong {
    flex: 1 1 14em;
    font-weight: 600;
  }
  .todo {
    display: grid;
    gap: 6px;
  }
  .todo > .chip {
    justify-self: start;
  }
  .todo ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    max-block-size: 9em;
    margin: 0;
    padding: 3px;
    overflow: auto;
    list-style: none;
  }
  .todo li {
    max-inline-size: 100%;
  }
  .todo li button {
    justify-content: flex-start;
    min-block-size: 28px;
    padding: 1px 8px;
    border-color: var(--_line);
    color: var(--_urgent);
    font-size: 0.9em;
    font-weight: 500;
    text-align: start;
  }
  .foot {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    padding: 10px 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_ground);
    box-shadow: 0 -4px 12px -8px color-mix(in srgb, var(--_ink) 45%, transparent);
  }
  .keys summary {
    min-block-size: 24px;
    color: var(--_ink-soft);
    cursor: pointer;
  }
  .keys dl {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 4px 0 0;
    color: var(--_ink-soft);
    font-size: 0.8667em;
  }
  .keys dl > div {
    display: flex;
    gap: 5px;
  }
  .keys dd {
    margin: 0;
  }
  kbd {
    padding: 0 4px;
    border: 1px solid var(--_line-strong);
    border-radius: 4px;
    background: var(--_raised);
    color: var(--_ink);
    font-family: inherit;
  }
  .paper {
    display: none;
  }
  @container form (min-width: 780px) {
    .form {
      grid-template-columns: 210px minmax(0, 1fr);
    }
    :is(.form, .content) > * {
      grid-column: 1 / -1;
    }
    :is(.form, .content) > .outline {
      position: sticky;
      inset-block-start: 8px;
      grid-column: 1;
      align-self: start;
      max-block-size: 80vh;
      overflow: auto;
    }
    :is(.form, .content) > .body {
      grid-column: 2;
    }
    .outline .show {
      display: none;
    }
    .outline ol:not(.open) {
      display: grid;
    }
  }
  @media (forced-colors: active) {
    .section,
    .foot {
      border-color: CanvasText;
    }
  }
`;
