import { css } from "lit";

/**
 * Design tokens. Every `--cadre-*` property may be set by the page around an element; light or dark follows the
 * element's `color-scheme`. Text on its ground has a contrast of at least 4.5, lines of controls at least 3.
 */
export const tokens = css`
  :host {
    --_font: var(
      --cadre-font,
      "Be Vietnam Pro",
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Noto Sans",
      sans-serif
    );
    --_size: var(--cadre-font-size, 0.9375rem);
    --_ground: var(--cadre-ground, light-dark(#ffffff, #141a20));
    --_raised: var(--cadre-raised, light-dark(#f4f7f9, #1c242c));
    --_ink: var(--cadre-ink, light-dark(#15202b, #e9eef3));
    --_ink-soft: var(--cadre-ink-soft, light-dark(#4b5a68, #a9b6c2));
    --_line: var(--cadre-line, light-dark(#d8dfe6, #313c47));
    --_line-strong: var(--cadre-line-strong, light-dark(#7b8a98, #74838f));
    --_accent: var(--cadre-accent, light-dark(#0b5a8f, #8ac6f2));
    --_accent-strong: var(--cadre-accent-strong, light-dark(#084771, #b3daf7));
    --_on-accent: var(--cadre-on-accent, light-dark(#ffffff, #08202f));
    --_accent-wash: var(--cadre-accent-wash, light-dark(#e6f1f9, #12303f));
    --_good: var(--cadre-good, light-dark(#17653a, #85d6a5));
    --_good-wash: var(--cadre-good-wash, light-dark(#e5f4eb, #12301f));
    --_caution: var(--cadre-caution, light-dark(#7a4a00, #f1bf6a));
    --_caution-wash: var(--cadre-caution-wash, light-dark(#fdf2de, #35280e));
    --_urgent: var(--cadre-urgent, light-dark(#a8201a, #ffa8a0));
    --_urgent-wash: var(--cadre-urgent-wash, light-dark(#fdecea, #3f1a18));
    --_radius: var(--cadre-radius, 8px);
    --_gap: var(--cadre-gap, 12px);
    --_focus: var(--cadre-focus, light-dark(#0b5a8f, #8ac6f2));

    box-sizing: border-box;
    color: var(--_ink);
    font-family: var(--_font);
    font-size: var(--_size);
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.45;
    text-align: start;
    text-transform: none;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
