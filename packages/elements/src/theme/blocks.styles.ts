import { css } from "lit";

/** What several elements draw: chips, notices, fact lists, icons, hidden words, a quiet sign of work. */
export const blocks = css`
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px 8px 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_raised);
    color: var(--_ink);
    font-size: 0.8667em;
    font-weight: 500;
    line-height: 1.5;
    white-space: nowrap;
  }
  .chip .word {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .good {
    --_tone: var(--_good);
    --_wash: var(--_good-wash);
  }
  .caution {
    --_tone: var(--_caution);
    --_wash: var(--_caution-wash);
  }
  .urgent {
    --_tone: var(--_urgent);
    --_wash: var(--_urgent-wash);
  }
  .accent {
    --_tone: var(--_accent);
    --_wash: var(--_accent-wash);
  }
  .chip:is(.good, .caution, .urgent, .accent) {
    border-color: color-mix(in srgb, var(--_tone) 35%, transparent);
    background: var(--_wash);
    color: var(--_tone);
  }
  .notice {
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_tone, var(--_line-strong));
    border-radius: var(--_radius);
    background: var(--_wash, var(--_raised));
  }
  .notice > .icon {
    color: var(--_tone, var(--_ink-soft));
    margin-block-start: 1px;
  }
  .notice > div {
    flex: 1;
    min-inline-size: 0;
  }
  .notice strong {
    display: block;
    color: var(--_tone, var(--_ink));
  }
  .notice p {
    margin: 0;
  }
  .notice .row {
    margin-block-start: 8px;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 1.0667em;
    font-weight: 650;
    line-height: 1.35;
  }
  p {
    margin: 0;
  }
  .soft {
    color: var(--_ink-soft);
  }
  .stack {
    display: grid;
    gap: var(--_gap);
    align-content: start;
  }
  .stack > [role="alert"] {
    margin-block-start: calc(var(--_gap) * -1);
  }
  .stack > [role="alert"] > * {
    margin-block-start: var(--_gap);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .spread {
    justify-content: space-between;
  }
  .card {
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .turning {
    animation: turn 1.2s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turning {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .chip,
    .notice,
    .card {
      border-color: CanvasText;
    }
  }
`;
