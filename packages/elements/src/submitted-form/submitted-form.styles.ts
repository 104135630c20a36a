import { css } from "lit";

/** A submitted form on the screen: the lines of its paper, in the page's own colours. */
export const submittedFormStyles = css`
  @media screen {
    .frame > .paper {
      display: none;
    }
    .born {
      white-space: nowrap;
    }
    .sheet {
      margin-block-start: 12px;
      padding: 12px 14px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
    .sheet :is(h2, h3, h4, p) {
      margin: 0;
    }
    .sheet h2 {
      font-size: 1.0667em;
      margin-block-end: 8px;
    }
    .sheet h3 {
      font-size: 1em;
      margin-block: 14px 4px;
    }
    .sheet h4 {
      color: var(--_ink-soft);
      font-size: 0.9333em;
      margin-block: 8px 2px;
    }
    .sheet .answer {
      font-weight: 650;
      white-space: pre-line;
    }
    .sheet .blank {
      color: var(--_ink-soft);
    }
    .sheet .blank::after {
      content: "—";
    }
    .sheet .box {
      display: inline-block;
      margin-inline-end: 10px;
    }
    .sheet .box:not(.answer) {
      color: var(--_ink-soft);
    }
    .sheet table {
      border-collapse: collapse;
      inline-size: 100%;
    }
    .sheet :is(th, td) {
      border-block-end: 1px solid var(--_line);
      font-weight: inherit;
      padding: 3px 6px;
      text-align: start;
    }
    .sheet .run {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
    }
    .sheet .band {
      color: var(--_caution);
      font-weight: 600;
    }
    .sheet .printed {
      display: none;
    }
  }
`;
