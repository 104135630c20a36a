import { expect, it, vi } from "vitest";
import { parseDate, parseDateTime, parseTime } from "./parse-date.ts";
import { parseDecimal, parseInteger } from "./parse-number.ts";

const HOSTILE = [
  ["marks", `${".".repeat(400)}x`],
  ["digits", `${"1".repeat(400)}x`],
  ["digits and marks", `${"1,".repeat(200)}x`],
  ["spaces", `1${" ".repeat(400)}x`],
  ["signs that grow", `${"\ufdfa".repeat(50)}x`],
] as const;

/** The longest text that any pattern was tried on: the most that a pattern that tries every split can take. */
const longestTried = (read: () => unknown): number => {
  const exec = vi.spyOn(RegExp.prototype, "exec");
  read();
  const longest = Math.max(0, ...exec.mock.calls.map(([text]) => text.length));
  exec.mockRestore();
  return longest;
};

it.each(
  [parseDecimal, parseInteger, parseDate, parseTime, parseDateTime].flatMap((parse) =>
    HOSTILE.map(([name, text]) => [parse.name, name, parse, text] as const),
  ),
)("%s does not look into %s without end", (_, __, parse, text) => {
  expect(longestTried(() => expect(parse(text).ok).toBe(false))).toBeLessThanOrEqual(100);
});

it("reads what stands among many spaces", () => {
  const spaces = " ".repeat(10_000);
  expect(parseDecimal(`${spaces}36,5${spaces}`)).toEqual({ ok: true, value: 36.5 });
  expect(parseDate(`${spaces}28 / 02 / 1961${spaces}`)).toEqual({ ok: true, value: "1961-02-28" });
});
