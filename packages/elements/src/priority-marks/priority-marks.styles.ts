import { css } from "lit";
import { markColours, markSize } from "./mark-shape.styles.ts";

export const marksStyles = css`
  :host {
    display: block;
  }
  :host([layout="strip"]) {
    position: relative;
    block-size: 100%;
    background: transparent;
    pointer-events: none;
    user-select: none;
    contain: layout style;
    line-height: 0;
  }
  .mark {
    position: absolute;
    display: grid;
    place-items: center;
    pointer-events: none;
    forced-color-adjust: none;
  }
  .mark svg {
    inline-size: ${markSize.width};
    block-size: ${markSize.height};
    max-inline-size: 100%;
    max-block-size: 100%;
  }
  .mark g {
    opacity: 0;
  }
  .mark.managed .s-managed,
  .mark.possible .s-possible,
  .mark.locked .s-locked,
  .mark.unknown .s-unknown {
    opacity: 1;
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
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 12px;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .about {
    display: grid;
    flex: 1;
    gap: 3px;
    min-inline-size: 0;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .key {
    flex: none;
    inline-size: 12px;
    block-size: 14px;
    border-radius: 3px;
    forced-color-adjust: none;
  }
  .key.managed {
    background: ${markColours.managed};
  }
  .key.possible {
    border: 2px solid ${markColours.possible};
    background: ${markColours.glyph};
  }
  @media print {
    :host([layout="strip"]) {
      display: none;
    }
  }
`;
