import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldRole } from "./field-role.ts";
import { guessColumns, SURE } from "./guess-columns.ts";

const names = ["Nguyễn Văn An", "Trần Thị Hoà", "Bùi Quốc Hùng", "Lê Mai", "Đỗ Đức Minh"];
const births = ["15/03/1950", "01/12/1988", "1961", "30/06/1972", "02/02/2001"];
const cccd = ["003050000011", "003161000022", "003070000033", "003045000044", "003080000055"];
const cards = ["HC4030300000011", "HC4030300000012", "CN3030300000013", "GD4030300000014", "HC4030300000015"];
const codes = ["26000011", "26000027", "26000035", "26000041", "26000058"];
const sexes = ["Nam", "Nữ", "Nam", "Nam", "Nữ"];
const visits = ["15/03/2026", "16/03/2026", "16/03/2026", "17/03/2026", "18/03/2026"];

const column = (header: string, values: readonly string[]) => ({ header, values });
const sure = (samples: Parameters<typeof guessColumns>[0]) =>
  Object.fromEntries(
    guessColumns(samples).guesses.flatMap(({ role, columns, confidence }) =>
      confidence >= SURE ? [[role, columns]] : [],
    ),
  );

describe("which column is which", () => {
  it("is said by headers that values agree with", () => {
    expect(
      sure([
        column("STT", ["1", "2", "3", "4", "5"]),
        column("Mã BN", codes),
        column("Họ và tên", names),
        column("Ngày sinh", births),
        column("Giới", sexes),
        column("CCCD/CMND", cccd),
        column("Số thẻ BHYT", cards),
        column("Ngày khám", visits),
        column("Bác sĩ", names),
      ]),
    ).toEqual({ "his-code": [1], name: [2], "birth-date": [3], sex: [4], cccd: [5], bhyt: [6] });
  });

  it("joins Họ lót and Tên, and takes Tên alone for the whole name where it is one", () => {
    const family = names.map((name) => name.split(" ").slice(0, -1).join(" "));
    const given = names.map((name) => name.split(" ").at(-1) ?? "");
    expect(sure([column("Tên", given), column("Họ lót", family)])).toEqual({ name: [1, 0] });
    expect(sure([column("Tên", names)])).toEqual({ name: [0] });
    const { guesses, questions } = guessColumns([column("Họ lót", family)]);
    expect(guesses).toEqual([]);
    expect(questions).toEqual([{ doubt: "half-a-name", role: "given-name", columns: [0] }]);
  });

  it("values that disprove a header win over it", () => {
    const { guesses, questions } = guessColumns([column("Ngày sinh", visits), column("Họ tên", codes)]);
    expect(guesses).toEqual([]);
    expect(questions.map(({ doubt, role }) => [doubt, role])).toEqual([
      ["values-contradict", "birth-date"],
      ["values-contradict", "name"],
    ]);
  });

  it("asks about an empty column, about two columns alike, and about values below no header", () => {
    expect(guessColumns([column("CCCD", ["", ""])])).toEqual({
      guesses: [],
      questions: [{ doubt: "no-values", role: "cccd", columns: [0] }],
    });
    const others = cccd.map((number) => number.replace("003", "001"));
    expect(guessColumns([column("CCCD", cccd), column("CCCD", others)]).questions).toEqual([
      { doubt: "two-columns", role: "cccd", columns: [0, 1] },
    ]);
    expect(guessColumns([column("", cccd)])).toEqual({
      guesses: [{ role: "cccd", columns: [0], confidence: 0.6 }],
      questions: [{ doubt: "values-only", role: "cccd", columns: [0] }],
    });
  });
});

it("a name with the given name first is asked about, unless it stands elsewhere the other way round", () => {
  const turned = column("", ["Quốc Hùng Bùi"]);
  expect(guessColumns([turned])).toEqual({
    guesses: [],
    questions: [{ doubt: "name-order", role: "name", columns: [0] }],
  });
  const search = column("Họ tên", [""]);
  expect(guessColumns([turned, search, column("Tên bệnh nhân", ["Bùi Quốc Hùng"])])).toEqual({
    guesses: [{ role: "name", columns: [2], confidence: 1 }],
    questions: [],
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const two = (value: number): string => String(value).padStart(2, "0");
const dateBetween = (min: number, max: number) =>
  fc
    .record({
      d: fc.integer({ min: 1, max: 28 }),
      m: fc.integer({ min: 1, max: 12 }),
      y: fc.integer({ min, max }),
    })
    .map(({ d, m, y }) => `${two(d)}/${two(m)}/${y}`);
const word = fc.constantFrom("Văn", "Thị", "Đức", "Hoà", "Thuý", "An", "Minh", "Ngọc");
const fullName = fc
  .tuple(
    fc.constantFrom("Nguyễn", "Trần", "Lê", "Đỗ", "Quàng"),
    fc.array(word, { minLength: 1, maxLength: 3 }),
  )
  .map(([family, rest]) => [family, ...rest].join(" "));

/** What may stand in a column: values, and the role that they truly have. */
const KINDS: readonly {
  role: FieldRole | undefined;
  headers: readonly string[];
  value: fc.Arbitrary<string>;
}[] = [
  { role: "cccd", headers: ["CCCD", "Số CCCD", "CCCD/CMND"], value: digits(8).map((rest) => `0030${rest}`) },
  { role: "bhyt", headers: ["Số thẻ BHYT", "Mã thẻ"], value: digits(8).map((rest) => `HC40303${rest}`) },
  { role: "name", headers: ["Họ tên", "Họ và tên", "Tên bệnh nhân"], value: fullName },
  { role: "birth-date", headers: ["Ngày sinh", "Năm sinh"], value: dateBetween(1930, 2010) },
  { role: "sex", headers: ["Giới", "Giới tính"], value: fc.constantFrom("Nam", "Nữ") },
  { role: undefined, headers: ["Ngày hẹn", "Từ ngày", "Ngày vào"], value: dateBetween(2025, 2026) },
  { role: undefined, headers: ["Điện thoại", "SĐT"], value: digits(8).map((rest) => `09${rest}`) },
  { role: undefined, headers: ["Bác sĩ", "Họ tên người nhà"], value: fullName },
  { role: undefined, headers: ["Địa chỉ"], value: fullName.map((name) => `Số 4, đường ${name}`) },
  { role: undefined, headers: ["STT"], value: fc.integer({ min: 1, max: 300 }).map(String) },
];

const columnSamples = fc.integer({ min: 0, max: KINDS.length - 1 }).chain((kind) => {
  const { headers = [], value = fc.constant(""), role } = KINDS[kind] ?? { role: undefined };
  return fc.record({
    role: fc.constant(role),
    kind: fc.constant(kind),
    header: fc.constantFrom(...headers),
    values: fc.array(fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant("") }), {
      minLength: 8,
      maxLength: 20,
    }),
  });
});

describe("generated tables", () => {
  it("what is guessed surely is true, whatever the order of the columns", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(columnSamples, { minLength: 1, maxLength: 8, selector: ({ kind }) => kind }),
        (columns) => {
          const { guesses, questions } = guessColumns(columns);
          for (const { role, columns: at, confidence } of guesses)
            if (confidence >= SURE) expect(at.map((index) => columns[index]?.role)).toEqual([role]);
          for (const [index, { role, values }] of columns.entries())
            if (role !== undefined && values.some((value) => value !== ""))
              expect([...guesses, ...questions].some(({ columns: at }) => at.includes(index))).toBe(true);
        },
      ),
    );
  });

  it("a header over values of another kind is never believed", () => {
    const wrong = fc.tuple(columnSamples, columnSamples).filter(([one, other]) => {
      const roles = new Set([one.role, other.role]);
      const bothNames = one.values.some((value) => /\p{L} \p{L}/u.test(value)) && other.role === "name";
      // Since 2025 a CCCD stands for the card (DOMAIN 2.4): one below "Số thẻ BHYT" is no contradiction.
      if (one.role === "cccd" && other.role === "bhyt") return false;
      return (
        roles.size === 2 && other.role !== undefined && !bothNames && one.values.some((value) => value !== "")
      );
    });
    fc.assert(
      fc.property(wrong, ([{ values }, { header, role }]) => {
        const { guesses, questions } = guessColumns([{ header, values }]);
        expect(guesses.filter((guess) => guess.role === role)).toEqual([]);
        expect(questions.length).toBeGreaterThan(0);
      }),
    );
  });
});
