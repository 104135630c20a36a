import { css } from "lit";

/** What a bound form adds to a questionnaire: identity, states, the lock. */
export const careFormStyles = css`
  .who {
    display: grid;
    line-height: 1.3;
  }
  .who .soft {
    font-size: 0.8667em;
  }
  .content {
    display: contents;
  }
  .foot [part="submit"] {
    flex: none;
    max-inline-size: 60%;
    min-block-size: 44px;
  }
  .foot .chip {
    white-space: normal;
  }
  .foot > :empty {
    margin-block-start: -8px;
  }
  .foot .spread {
    flex-wrap: nowrap;
  }
  .blocked {
    color: var(--_urgent);
    font-weight: 600;
  }
  .offline {
    display: flex;
    gap: 6px;
    color: var(--_caution);
    font-size: 0.9em;
  }
  .two .number {
    white-space: nowrap;
  }
  .two {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    margin-block: 4px 6px;
  }
  @container form (max-width: 420px) {
    .two {
      grid-template-columns: 1fr;
    }
  }
  .two dt {
    color: var(--_ink-soft);
  }
  .two dd {
    margin: 0;
    font-weight: 650;
  }
  .draft-only {
    padding: 4px 12px;
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent-wash);
    color: var(--_accent);
    font-weight: 600;
  }
  .overall {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }
  .overall strong {
    font-size: 1.1em;
  }
`;
