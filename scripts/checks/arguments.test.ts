import { describe, expect, it } from "vitest";
import { componentsFor, parseArguments, UsageError } from "./arguments.mjs";

describe("parseArguments", () => {
  it("means everything, in both browsers, when nothing is said", () => {
    expect(parseArguments([])).toEqual({
      parts: ["unit", "components", "board", "extension"],
      everything: true,
      browsers: ["chromium", "firefox"],
    });
  });

  it.each([
    ["extension", "--", "--browser", "firefox"],
    ["extension", "--browser", "firefox"],
    ["extension", "--browser=firefox"],
  ])("understands %s %s %s %s", (...args) => {
    expect(parseArguments(args.filter((arg) => arg !== undefined))).toEqual({
      parts: ["extension"],
      everything: false,
      browsers: ["firefox"],
    });
  });

  it("runs what is long only when it is asked for", () => {
    expect(parseArguments(["long"])).toMatchObject({ parts: ["long"], everything: false });
    expect(parseArguments([]).parts).not.toContain("long");
    expect(componentsFor(parseArguments(["long"]))).toEqual([]);
  });

  it.each([
    [["nonsense"]],
    [["extension", "--browser", "lynx"]],
    [["extension", "--browser"]],
    [["unit", "--browser", "firefox"]],
  ])("refuses %j rather than run something else", (args) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
  });
});

describe("componentsFor", () => {
  it("asks for no browser and no database that is not used", () => {
    expect(componentsFor({ parts: ["unit"], browsers: ["chromium", "firefox"] })).toEqual(["chromium"]);
    expect(componentsFor({ parts: ["extension"], browsers: ["firefox"] })).toEqual(["firefox"]);
    expect(componentsFor({ parts: ["extension"], browsers: ["chromium"] })).toEqual(["chromium", "strace"]);
    expect(componentsFor({ parts: ["components", "board"], browsers: [] })).toEqual(["chromium", "postgres"]);
  });
});
