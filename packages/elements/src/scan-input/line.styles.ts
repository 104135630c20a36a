import { css } from "lit";

/** The scan field as one line of a strip: what is said at the start, the field at the end. */
export const lineStyles = css`
  :host([line]) {
    container-type: inline-size;
  }
  :host([line]) .field {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    align-content: center;
    max-block-size: 54px;
    overflow: clip;
    overflow-clip-margin: 6px;
    line-height: 1.25;
  }
  :host([line]) label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([line]) .line {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-items: center;
  }
  :host([line]) slot[name="said"] {
    display: block;
    grid-row: 1 / span 2;
    min-inline-size: 0;
  }
  :host([line]) slot[hidden] {
    display: none;
  }
  :host([line]) :is(.hint, .wrong) {
    display: -webkit-box;
    overflow: hidden;
    font-size: 0.8667em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  :host([line]) input {
    inline-size: 24ch;
    min-block-size: 36px;
  }
  :host([line]) .line button {
    min-block-size: 36px;
  }
  @container (max-width: 640px) {
    :host([line]) input {
      inline-size: 15ch;
    }
    :host([line]) .line button {
      padding-inline: 10px;
    }
    :host([line]) .line button span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 360px) {
    :host([line]) input {
      inline-size: 11ch;
    }
    :host([line]) .line button {
      display: none;
    }
  }
`;
