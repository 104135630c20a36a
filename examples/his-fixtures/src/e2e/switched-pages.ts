import { expect } from "vitest";
import type { Shown } from "./expected-identity.ts";
import type { FixtureRun } from "./fixture-run.ts";
import { Witness } from "./witness.ts";

const SWITCHES = [{ language: "en", encoding: "windows-1258" }, { encoding: "nfd" }] as const;

/** The same profile reads the list in the other language and in the other encodings. */
export const expectSwitchedPages = async (run: FixtureRun, row: Shown): Promise<void> => {
  for (const settings of SWITCHES) {
    const tab = await run.open(settings);
    const witness = new Witness(tab, run.people, row);
    expect((await witness.rows()).length, JSON.stringify(settings)).toBeGreaterThan(5);
    await witness.neverWrong();
    await tab.page.close();
  }
};
