import { describe, expect, it } from "vitest";
import { PackError } from "./pack-error.ts";
import { readPublishOptions } from "./publish-options.ts";

const PROFILE = "examples/his-jqgrid/site-profile.json";
const given = ["--profile", PROFILE, "--board", "https://board.example/"];

describe("npm run board:publish", () => {
  it("is told a profile and a board, and comes back to a port that stays the same", () => {
    const { profile, board, port } = readPublishOptions(given);
    expect([profile.pages.length > 0, board, port]).toEqual([true, "https://board.example", 8788]);
    expect(readPublishOptions([...given, "--port", "9000"]).port).toBe(9000);
    expect(readPublishOptions([...given, "--replace", "bv-cu"]).replace).toBe("bv-cu");
    expect(readPublishOptions(given)).not.toHaveProperty("replace");
  });

  it.each([
    ["no profile", given.slice(2)],
    ["no board", given.slice(0, 2)],
    ["a port that is none", [...given, "--port", "x"]],
    ["a board that is not safe", [...given.slice(0, 3), "http://board.example"]],
    ["what is no profile", ["--profile", "package.json", ...given.slice(2)]],
  ])("takes no %s", (_what, argv) => {
    expect(() => readPublishOptions(argv)).toThrow(PackError);
  });
});
