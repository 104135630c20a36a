import { type Result, success } from "../result/result.ts";
import { examProblems } from "./exam-messages.ts";

/** Blood pressure in mmHg, as papers write it: systolic/diastolic, "120/80". */
export interface BloodPressure {
  readonly systolic: number;
  readonly diastolic: number;
}

const WRITTEN = /^(\d{2,3})\s*[/\\-]\s*(\d{2,3})(?:\s*mm\s*hg)?$/i;

/** What an arm cuff shows on a living person, widely drawn: outside it somebody mistyped. */
const isCredible = ({ systolic, diastolic }: BloodPressure): boolean =>
  systolic <= 300 && diastolic >= 20 && systolic > diastolic;

/** Reads "120/80", "120 / 80 mmHg", "120-80". Problems: `blood-pressure-unreadable`, `blood-pressure-incredible`. */
export const readBloodPressure = (text: string): Result<BloodPressure> => {
  const [, systolic, diastolic] = WRITTEN.exec(text.normalize("NFKC").trim()) ?? [];
  if (systolic === undefined || diastolic === undefined)
    return examProblems.refuse("blood-pressure-unreadable");
  const read = { systolic: Number(systolic), diastolic: Number(diastolic) };
  return isCredible(read) ? success(read) : examProblems.refuse("blood-pressure-incredible");
};

/** As papers write it: "120/80". */
export const writeBloodPressure = ({ systolic, diastolic }: BloodPressure): string =>
  `${systolic}/${diastolic}`;
