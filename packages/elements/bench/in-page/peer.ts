/** Somebody who can show the form. What `prepare` does is not measured. */
export interface Peer {
  /** Makes the form in its own words. */
  prepare(items: number): void;
  /** Shows it. */
  open(host: HTMLElement): void;
  /** The input for the weight, as soon as it is there. */
  weight(): HTMLInputElement | undefined;
  /** Every item is in the document. */
  isComplete(): boolean;
  /** What the form shows of what was calculated, and whether it asks for the advice. */
  shown(): { readonly bmi: string; readonly advice: boolean };
}
