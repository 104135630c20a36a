import { css } from "lit";

/** Buttons of the strip: with their word where there is room for it, else the sign alone. */
export const narrowWords = css`
  button {
    flex: none;
    min-block-size: 36px;
    white-space: nowrap;
  }
  @media (max-width: 860px) {
    button {
      inline-size: 44px;
      padding-inline: 0;
    }
    button span {
      display: none;
    }
  }
`;
