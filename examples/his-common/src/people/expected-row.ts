/** What the extension must say about a row. The truth that end-to-end tests compare drawn pixels with. */
export interface ExpectedRow {
  /** Id of the HIS patient. */
  readonly id: string;
  readonly expectedOutcome: "managed" | "possible" | "conflict" | "not-managed" | "not-enough";
  /** Why, for the person who reads a failing test. */
  readonly reason: string;
  /** The board's id: the one person of a managed row, or the first candidate of a possible one. */
  readonly personId?: string;
  /** Managed by CMND and birth date: staff must compare a paper first. */
  readonly confirm?: true;
  /** An advice that never blocks is due. */
  readonly warning?: "cccd-contradicts-birth-year";
}

export type Expectation = Omit<ExpectedRow, "id">;
