import { css } from "lit";

/** Printing shows the paper and nothing else; how it looks comes with what draws it. */
export const paperAlone = css`
  @media print {
    .frame > :not(.paper) {
      display: none !important;
    }
    .frame > .paper {
      display: block;
      color: #000;
    }
  }
`;
