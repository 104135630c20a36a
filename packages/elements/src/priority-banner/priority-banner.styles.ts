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
    block-size: max(56px, 3.5rem);
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
    block-size: 1.625rem;
    overflow: hidden;
  }
  .chips {
    flex: 1 1 0;
    justify-content: flex-end;
    min-inline-size: 0;
  }
  /* A chip that does not fit beside this goes to the next line, which is not seen. */
  .chips::before {
    content: "";
    block-size: 1.625rem;
  }
  .machine {
    flex: 0 99 auto;
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
  @container (max-width: 54rem) {
    .law .why {
      display: none;
    }
  }
  @container (max-width: 45rem) {
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
  @container (min-width: 81rem) {
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
  @container (max-width: 30rem) {
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
