import { expect, it } from "vitest";
import { runDrill } from "./faults/drill.ts";
import { browsersUnderTest } from "./support/browsers.ts";

/** The small drill; `npm run faults -- --entries 5000 --kills 40 --browser both` is the large one. */
it("loses nothing, doubles nothing and leaves nothing readable through kills and a bad network", async () => {
  const [browser = "chromium"] = browsersUnderTest();
  const lines: string[] = [];
  const result = await runDrill({
    browser,
    entries: 150,
    kills: 4,
    seed: 1,
    say: (line) => lines.push(line),
  });
  const { accepted, browserKills, boardKills, faults, ...wrong } = result;
  expect(wrong, lines.join("\n")).toEqual({
    lost: [],
    doubled: [],
    disordered: [],
    readable: [],
    waiting: 0,
  });
  // The drill was one: things were accepted, and things went wrong.
  expect(accepted).toBeGreaterThanOrEqual(150);
  expect([browserKills, boardKills]).toEqual([4, 1]);
  expect(faults).toBeGreaterThan(0);
});
