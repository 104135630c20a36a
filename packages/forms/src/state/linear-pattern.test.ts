import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { propertyRuns } from "../testing/property-runs.ts";
import { patternOf } from "./linear-pattern.ts";

const fits = (pattern: string, text: string): boolean | undefined => patternOf(pattern)?.(text);

/** How often JavaScript's own patterns are asked while a text is matched, and about how much at once. */
const costOf = (pattern: string, text: string): { readonly asked: number; readonly longest: number } => {
  const matches = patternOf(pattern);
  const exec = vi.spyOn(RegExp.prototype, "exec");
  matches?.(text);
  const lengths = exec.mock.calls.map(([asked]) => asked.length);
  exec.mockRestore();
  return { asked: lengths.length, longest: Math.max(0, ...lengths) };
};

/** Each with what it is repeated to attack with, what fits no place of it, and an end that fits. */
const HOSTILE = [
  ["(a+)+$", "a", "!", ""],
  ["([a-zA-Z]+)*", "a", "!", ""],
  ["(a|aa)+", "a", "!", ""],
  ["(a|a?)+", "a", "!", ""],
  ["(.*a){12}", "a", "\n", ""],
  ["\\d+\\d+\\d+x", "1", "y", "x"],
  ["\\s*\\s*\\s*x", " ", "y", "x"],
  [".*.*.*.*.*x", "a", "\n", "x"],
  ["(\\d{1,2})*x", "1", "y", "x"],
  ["(x?){40}y", "x", "z", "y"],
  ["(\\w+\\s?)*", "a", "!", ""],
  ["(;?[A-Z]+)*", "A", "!", ""],
  ["(a*)*b", "a", "c", "b"],
  ["((a*)*)*b", "a", "c", "b"],
  ["(?:[^/]*/?)*;", "a", "/", ";"],
  ["(?=(a+)+b)a*c", "a", "!", "c"],
  ["(?!(a|aa)+b)a*c", "a", "!", "c"],
  ["([a-z0-9]+[.]?)+@", "a", "!", "@"],
  ["(a|b|ab)*c", "ab", "!", "c"],
] as const;

it.each(HOSTILE)(
  "%s costs what pattern and text are long, however it is attacked",
  (pattern, part, no, end) => {
    const texts = (times: number): readonly string[] => {
      const attack = part.repeat(times);
      return [`${attack}${no}`, `${no}${attack}${end}`, `${attack}${no}${attack}${end}`];
    };
    const [short = 0, long = 0] = [100, 400].map((times) => {
      const costs = texts(times).map((text) => costOf(pattern, text));
      expect(costs.every(({ longest }) => longest <= 1)).toBe(true);
      return costs.reduce((sum, { asked }) => sum + asked, 0);
    });
    // The longest text has 801 characters; no pattern here has more than 100 states, and few of them are asked.
    expect(long).toBeLessThan(801 * 100);
    expect(long / short).toBeLessThan(4.5);
    expect(short).toBeGreaterThan(pattern.startsWith("(x?)") ? 40 : 100);
  },
);

it.each([
  ["[A-Z]\\d{2}(\\.\\d{1,2})?(;[A-Z]\\d{2}(\\.\\d{1,2})?)*", "I10;E11.9", true],
  ["[A-Z]\\d{2}(\\.\\d{1,2})?(;[A-Z]\\d{2}(\\.\\d{1,2})?)*", "I10;E11.", false],
  ["^\\d{2,3}/\\d{2,3}$", "120/80", true],
  ["(?!000)(?=.*1)\\d{3}", "001", true],
  ["(?!000)(?=.*1)\\d{3}", "000", false],
  ["(?<year>\\d{4})", "2026", true],
  ["\\bxin\\b.\\bchào\\b", "xin chào", true],
  ["\\p{Lu}\\p{Ll}+( \\p{Lu}\\p{Ll}+)+", "Người Thử", true],
  ["[^\\]]\\u0041\\x42\\u{43}", "-ABC", true],
  [".", "👩", true],
  ["", "", true],
  ["a|", "", true],
  ["a{2}?b+?", "aabb", true],
])("%s of %s: %s", (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
  expect(new RegExp(`^(?:${pattern})$`, "u").test(text)).toBe(expected);
});

const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthSize: "max" },
    fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\w", "^", "$", "\\b", "\\B", ""),
    fc.tuple(tie("pattern"), tie("pattern")).map(([one, other]) => one + other),
    fc.tuple(tie("pattern"), tie("pattern")).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "{1,3}?"))
      .map(([inner, quantifier]) => `(${inner})${quantifier}`),
    fc.tuple(tie("pattern"), fc.constantFrom("=", "!")).map(([inner, mark]) => `(?${mark}${inner})`),
  ),
})).pattern;

it("says of every pattern and text what JavaScript says", () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom("a", "b", "-"), maxLength: 6 }),
      (source, text) => {
        const matches = patternOf(source);
        if (matches) expect(matches(text)).toBe(new RegExp(`^(?:${source})$`, "u").test(text));
      },
    ),
    propertyRuns(2_000),
  );
});

it.each([
  ["([a-z"],
  ["(a)\\1"],
  ["(?<x>a)\\k<x>"],
  ["(?<=a)b"],
  ["(?<!a)b"],
  ["a{1000}"],
  ["(){1000000000}"],
  ["((((){400}){400}){400}){400}"],
  ["(((a{9}){9}){9}){9}"],
  ["(".repeat(10_000) + ")".repeat(10_000)],
  ["(?=a{400})(?=a{400})"],
])("does not take %.30s", (source) => expect(patternOf(source)).toBeUndefined());
