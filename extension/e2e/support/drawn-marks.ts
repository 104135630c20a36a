import { MARK_COLOURS } from "@cadre-care/elements";
import type { ExpectedRow, HisPatient } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { eventually } from "../harness/browser-session.ts";
import { type Colour, marksOfRows, readPicture } from "../harness/pixels.ts";
import type { HisDriver } from "./his-driver.ts";

export const colourOf = (hex: string): Colour => ({
  red: Number.parseInt(hex.slice(1, 3), 16),
  green: Number.parseInt(hex.slice(3, 5), 16),
  blue: Number.parseInt(hex.slice(5, 7), 16),
});

const KINDS = { managed: colourOf(MARK_COLOURS.managed), possible: colourOf(MARK_COLOURS.possible) };

/** Width of the column in which both demo HISs have their marks, CSS pixels. */
const GUTTER = 34;
/** A mark is 16 by 18; text in the gutter there is none. */
const ENOUGH_PIXELS = 40;

export interface DrawnRow {
  readonly code: string;
  readonly drawn: "managed" | "possible" | "nothing";
  readonly expected: "managed" | "possible" | "nothing";
  readonly why: string;
}

/** What must be drawn at a row: a conflict and a stranger carry nothing (DESIGN rule 10). */
const expectedMark = (row: ExpectedRow | undefined): DrawnRow["expected"] =>
  row?.expectedOutcome === "managed" || row?.expectedOutcome === "possible" ? row.expectedOutcome : "nothing";

/** Reads every wholly visible row's mark from the pixels of one screenshot. */
export const drawnRows = async (
  page: Page,
  driver: Pick<HisDriver, "visibleRows">,
  day: { readonly patients: readonly HisPatient[]; readonly expected: readonly ExpectedRow[] },
): Promise<readonly DrawnRow[]> => {
  const before = await driver.visibleRows(page);
  const picture = readPicture(await page.screenshot());
  const rows = await driver.visibleRows(page);
  if (JSON.stringify(rows) !== JSON.stringify(before))
    throw new Error("the list moved while it was looked at");
  const drawn = marksOfRows(
    picture,
    rows.map((row) => ({ ...row, top: row.top + 1, height: row.height - 2, width: GUTTER })),
    KINDS,
    ENOUGH_PIXELS,
  );
  return rows.map(({ code }, index) => {
    const place = day.patients.findIndex((patient) => patient.code === code);
    const expected = day.expected[place];
    return {
      code,
      drawn: drawn[index] ?? "nothing",
      expected: expectedMark(expected),
      why: expected?.reason ?? "no such patient",
    };
  });
};

const isRight = (row: DrawnRow): boolean => row.drawn === row.expected;

/**
 * Waits until exactly the right rows are marked, looking at each settled picture.
 * @returns the rows of the last picture; the caller asserts, so that a failure names the rows.
 */
export const settledMarks = async (
  page: Page,
  driver: Pick<HisDriver, "visibleRows">,
  day: Parameters<typeof drawnRows>[2],
  milliseconds = 30_000,
): Promise<readonly DrawnRow[]> => {
  let last: readonly DrawnRow[] = [];
  await eventually(
    "marks are drawn",
    async () => {
      last = await drawnRows(page, driver, day);
      return last.length > 0 && last.every(isRight);
    },
    milliseconds,
  ).catch(() => undefined);
  return last;
};

export const wrongRows = (rows: readonly DrawnRow[]): readonly DrawnRow[] =>
  rows.filter((row) => !isRight(row));
