import { type CheckInSample, checkIn, nextPerson, view } from "./samples.ts";

const VIEWS = 8;

export interface LargeBundle {
  readonly sample: CheckInSample;
  /** Entry keys of everything in it. */
  readonly entries: readonly string[];
  readonly bundle: object;
}

/** A check-in with eight views: long enough in the database for a kill to hit it. */
export const largeBundle = (): LargeBundle => {
  const sample = checkIn();
  const views = Array.from({ length: VIEWS }, () => view(nextPerson()));
  return {
    sample,
    entries: [sample.entry, sample.provenanceEntry, ...views.map((one) => one.entry)],
    bundle: {
      ...sample.bundle,
      entry: [...sample.bundle.entry, ...views.flatMap((one) => one.bundle.entry)],
    },
  };
};
