import { css } from "lit";

/** The least that an element draws: icons, chips, tones, hidden words, a quiet sign of work. */
export const signs = css`
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
    .chip {
      border-color: CanvasText;
    }
  }
`;
