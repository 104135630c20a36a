import { css } from "lit";

export const detailsStyles = css`
  .who h2 {
    font-size: 1.3334em;
  }
  .who {
    display: grid;
    gap: 6px;
  }
  .process {
    display: grid;
    gap: 8px;
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .next,
  .where {
    display: flex;
    gap: 8px;
  }
  .next {
    margin: -14px -14px 4px;
    padding: 10px 14px;
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    background: var(--_accent-wash);
    color: var(--_accent-strong);
  }
  .next .soft {
    display: block;
    color: inherit;
    font-size: 0.8667em;
  }
  .where .icon {
    margin-block-start: 1px;
    color: var(--_ink-soft);
  }
  .where .soft {
    display: block;
  }
  .guide {
    white-space: pre-line;
  }
  .facts {
    display: grid;
    gap: 0;
    margin: 0;
  }
  .fact {
    display: grid;
    grid-template-columns: 9.5em 1fr;
    gap: 4px 12px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .fact dt {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    color: var(--_ink-soft);
  }
  .fact dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin: 0;
  }
  .compare {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .compare caption {
    margin-block-end: 4px;
    font-weight: 650;
    text-align: start;
  }
  .compare th {
    color: var(--_ink-soft);
    font-size: 0.8667em;
    font-weight: 500;
    text-align: start;
  }
  .compare :is(th, td) {
    padding: 6px 8px 6px 0;
    vertical-align: top;
  }
  .compare tbody tr {
    border-block-start: 1px solid var(--_line);
  }
  ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  @container (max-width: 420px) {
    .fact {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    .where .icon {
      color: CanvasText;
    }
  }
`;
