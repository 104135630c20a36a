import { css } from "lit";

export const bannerStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .strip {
    display: flex;
    align-items: center;
    gap: 12px;
    block-size: 56px;
    padding-inline: 0 10px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
    font-size: 0.9375rem;
  }
  .sign {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 48px;
    block-size: 100%;
    background: var(--_wash, var(--_raised));
    color: var(--_tone, var(--_ink-soft));
    border-inline-end: 1px solid var(--_line);
  }
  .sign .icon {
    inline-size: 24px;
    block-size: 24px;
  }
  .accent .sign {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .urgent .sign {
    background: var(--_urgent);
    color: var(--_on-accent);
  }
  .strip.urgent {
    border-color: var(--_urgent);
  }
  .strip.urgent .title {
    color: var(--_urgent);
  }
  .says {
    flex: 0 1 max-content;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .title,
  .body {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title strong {
    font-weight: 650;
  }
  .body {
    color: var(--_ink-soft);
    font-size: 0.8667em;
  }
  .law {
    margin-inline-end: 6px;
    padding-inline-end: 7px;
    border-inline-end: 2px solid var(--_line-strong);
    color: var(--_good);
    font-weight: 650;
  }
  .chips,
  .machine {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    block-size: 26px;
    overflow: hidden;
  }
  .chips {
    flex: 1 1 0;
    justify-content: flex-end;
    min-inline-size: 0;
  }
  .chips:has(.chip) {
    min-inline-size: 190px;
  }
  /* A chip that does not fit beside this goes to the next line, which is not seen. */
  .chips::before {
    content: "";
    block-size: 26px;
  }
  .machine {
    flex: 0 1 auto;
    flex-wrap: nowrap;
    max-inline-size: 40%;
  }
  .tip + .tip {
    flex: none;
  }
  .tip + .tip .chip {
    padding: 4px;
  }
  .tip + .tip .word {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }
  .strip:has(.machine .chip) .chips {
    min-inline-size: 0;
  }
  .tip {
    display: flex;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .tip .chip {
    min-inline-size: 0;
  }
  .open {
    flex: none;
    min-block-size: 36px;
    white-space: nowrap;
  }
  @container (max-width: 860px) {
    .law .why {
      display: none;
    }
  }
  @container (max-width: 640px) {
    .says {
      flex-grow: 1;
    }
    .strip .chips {
      display: none;
    }
    .machine {
      flex: none;
      max-inline-size: none;
    }
    .tip:nth-child(n + 3) {
      display: none;
    }
    .machine .chip {
      padding: 4px;
    }
    .machine .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
    .machine .chip .icon {
      inline-size: 16px;
      block-size: 16px;
    }
  }
  @container (min-width: 1300px) {
    .tip + .tip .chip {
      padding: 1px 8px 1px 6px;
    }
    .tip + .tip .word {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
    }
  }
  @container (max-width: 480px) {
    .strip {
      gap: 8px;
      padding-inline-end: 6px;
    }
    .sign {
      inline-size: 40px;
    }
    .open {
      inline-size: 44px;
      padding-inline: 0;
    }
    .open span {
      display: none;
    }
  }
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
  @media print {
    .strip {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .strip,
    .sign {
      border-color: CanvasText;
    }
  }
`;
