import { describe, expect, it } from "vitest";
import { asksForHelp, readCommandLine } from "./read-command-line.ts";
import { UsageError } from "./usage-error.ts";

const OPTIONS = { profile: { type: "string", multiple: true }, quiet: { type: "boolean" } } as const;

describe("a command line", () => {
  it("gives the values of its options", () => {
    expect(readCommandLine(["--profile", "a.json", "--profile", "b.json", "--quiet"], OPTIONS)).toEqual({
      profile: ["a.json", "b.json"],
      quiet: true,
    });
  });

  it.each([
    [["--profiel", "a.json"], "--profiel"],
    [["--profile"], "--profile"],
    [["--quiet=yes"], "--quiet"],
    [["a.json"], "--help"],
  ])("%j is refused with what is wrong, in both languages", (argv, said) => {
    const read = () => readCommandLine(argv, OPTIONS);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(said);
    expect(read).toThrow(/tham số[\s\S]*option/i);
  });

  it("asks for help beside anything else, and not by an option's value", () => {
    expect(asksForHelp(["--no-such", "--help"], OPTIONS)).toBe(true);
    expect(asksForHelp(["-h"], OPTIONS)).toBe(true);
    expect(asksForHelp(["--profile", "help"], OPTIONS)).toBe(false);
    expect(asksForHelp([], OPTIONS)).toBe(false);
  });
});
