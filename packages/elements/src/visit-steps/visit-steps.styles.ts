import { css } from "lit";

export const visitStyles = css`
  :host {
    display: block;
  }
  .who {
    display: grid;
    gap: 2px;
  }
  .who strong {
    font-size: 1.1334em;
  }
  .wrong {
    color: var(--_urgent);
    font-weight: 600;
  }
  ol {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 10px;
    padding-block: 7px;
  }
  li + li::before {
    content: "";
    position: absolute;
    inset-block-start: -8px;
    inset-inline-start: 11px;
    block-size: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  li .sign .icon {
    inline-size: 24px;
    block-size: 24px;
    background: var(--_ground);
    color: var(--_line-strong);
  }
  li.done .sign .icon {
    color: var(--_good);
  }
  li.next .sign .icon {
    color: var(--_accent);
  }
  li.later strong {
    color: var(--_ink-soft);
    font-weight: 500;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 10px;
    margin-block-start: 6px;
  }
  .room {
    flex: 1 1 12em;
    max-inline-size: 22em;
  }
  .clock {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_wash, var(--_raised));
    color: var(--_tone, var(--_ink));
  }
  .clock .icon {
    margin-block-start: 1px;
  }
  .chip {
    white-space: normal;
  }
  .checkin {
    inline-size: 100%;
    min-block-size: 48px;
    font-size: 1.0667em;
  }
  @media (forced-colors: active) {
    li[class] .sign .icon {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
