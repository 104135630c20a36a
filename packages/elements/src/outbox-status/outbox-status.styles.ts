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
  details > summary {
    min-block-size: 32px;
    padding-block: 6px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    ul {
      border-color: CanvasText;
    }
  }
`;
