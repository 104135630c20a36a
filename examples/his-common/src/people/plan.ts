/** What a special row of the day is about. Rows that the plan does not name are ordinary strangers. */
export type RowPlan =
  | "managed"
  | "managed-insurance-only"
  | "managed-short-insurance"
  | "managed-cmnd"
  | "managed-decomposed"
  | "managed-upper-case"
  | "managed-odd-spaces"
  | "managed-emergency"
  | "managed-over-75"
  | "namesake"
  | "namesake-without-numbers"
  | "possible"
  | "conflict-two-people"
  | "conflict-other-cccd"
  | "conflict-other-birth-date"
  | "year-only"
  | "year-only-managed-name"
  | "garbled-cccd"
  | "cmnd-only"
  | "insurance-only"
  | "emergency"
  | "over-75"
  | "cccd-contradicts-year";

const places: Record<RowPlan, readonly number[]> = {
  managed: [2, 7, 16, 31, 44, 58, 77, 96, 103, 129, 151, 174, 188, 203, 226, 247, 262, 281, 299],
  "managed-insurance-only": [12, 64, 140],
  "managed-short-insurance": [88],
  "managed-cmnd": [37, 215],
  "managed-decomposed": [21],
  "managed-upper-case": [26, 118],
  "managed-odd-spaces": [49],
  "managed-emergency": [5],
  "managed-over-75": [18, 166],
  namesake: [3, 59, 130],
  "namesake-without-numbers": [104],
  possible: [10, 132],
  "conflict-two-people": [14, 235],
  "conflict-other-cccd": [72],
  "conflict-other-birth-date": [160],
  "year-only": [9, 27, 66, 110, 170, 230, 270],
  "year-only-managed-name": [34],
  "garbled-cccd": [41],
  "cmnd-only": [23, 119, 180],
  "insurance-only": [52, 90, 145],
  emergency: [1, 47, 153, 240],
  "over-75": [6, 19, 55, 81, 124, 190, 252],
  "cccd-contradicts-year": [29, 201],
};

const plans: readonly RowPlan[] = [
  "managed",
  "managed-insurance-only",
  "managed-short-insurance",
  "managed-cmnd",
  "managed-decomposed",
  "managed-upper-case",
  "managed-odd-spaces",
  "managed-emergency",
  "managed-over-75",
  "namesake",
  "namesake-without-numbers",
  "possible",
  "conflict-two-people",
  "conflict-other-cccd",
  "conflict-other-birth-date",
  "year-only",
  "year-only-managed-name",
  "garbled-cccd",
  "cmnd-only",
  "insurance-only",
  "emergency",
  "over-75",
  "cccd-contradicts-year",
];

/** Rows of a day at the reception. */
export const DAY_SIZE = 300;

const byRow = new Map(plans.flatMap((plan) => places[plan].map((row): [number, RowPlan] => [row, plan])));

/** The plan of the row at `index` (0-based, in ticket order), or undefined for an ordinary stranger. */
export const planOf = (index: number): RowPlan | undefined => byRow.get(index);
