import { describe, expect, it } from "vitest";
import { withRun } from "./figures-file.ts";
import { figuresMarkdown } from "./figures-markdown.ts";
import { readRun } from "./read-run.ts";

const OUTPUT = `
> @cadre-care/his@0.1.0 bench
> tsx bench/run.ts --trials 3

10 rows
figure mark-load-50 2.445 ms
figure size/all 82.6 kB
ratio mark-scan/bare-read 2.61
ratio mark-scan/bare-read 1.61
figure faults/control 8 of-8
figure broken
`;

const run = (value: number, command = "npm run bench") => ({
  command,
  date: "2026-11-27",
  machine: "2 processors",
  measured: [{ kind: "ratio" as const, name: "mark-scan/bare-read", value, unit: "" }],
});

describe("a run's output", () => {
  it("gives its command and its last figures", () => {
    const { command, measured } = readRun(OUTPUT);
    expect(command).toBe("npm run bench -w packages/his -- --trials 3");
    expect(measured).toEqual([
      { kind: "figure", name: "mark-load-50", value: 2.445, unit: "ms" },
      { kind: "figure", name: "size/all", value: 82.6, unit: "kB" },
      { kind: "ratio", name: "mark-scan/bare-read", value: 1.61, unit: "" },
      { kind: "figure", name: "faults/control", value: 8, unit: "of-8" },
    ]);
  });

  it("takes the place of the same command's run before", () => {
    const runs = withRun(withRun({ runs: [] }, run(1)), run(3)).runs;
    expect(runs.map(({ measured }) => measured[0]?.value)).toEqual([3]);
  });
});

describe("the table", () => {
  it("says of each aim whether it is met, missed or not measured, by the worst of several runs", () => {
    const row = (figures: Parameters<typeof figuresMarkdown>[0]) =>
      figuresMarkdown(figures)
        .split("\n")
        .find((line) => line.includes("`mark-scan/bare-read` | 2 |")) ?? "";
    expect(row({ runs: [] })).toContain("not among these runs");
    expect(row({ runs: [run(1.61)] })).toContain("| 1.61 | đạt · met |");
    expect(row({ runs: [run(2.4, "npm run a"), run(1.61)] })).toContain("| 2.4 | **chưa đạt · missed** |");
  });
});
