/** A painted state of the HIS's list, CSS pixels of its document. Recorded when it differs from the one before. */
export interface ListState {
  /** Milliseconds of the machine's clock. */
  readonly at: number;
  /** Rows that are wholly on screen. */
  readonly rows: readonly { readonly code: string; readonly top: number }[];
  /** Where the corner of our frame lies, and from where to where its gutter shows; null while there is no host. */
  readonly strip: {
    readonly left: number;
    readonly top: number;
    readonly from: number;
    readonly to: number;
  } | null;
}

/** A painted state of the marks frame, CSS pixels of the frame. */
export interface MarksState {
  readonly at: number;
  readonly marks: readonly {
    readonly left: number;
    readonly top: number;
    readonly kind: "managed" | "possible";
  }[];
}

/** Where a demo HIS has its list. */
export interface ListSelectors {
  readonly row: string;
  readonly scroller: string;
  readonly code: string;
}
