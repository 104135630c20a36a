import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullDates, names } from "../testing/people.ts";
import type { DateFormat } from "../text/partial-date.ts";
import { readDate } from "../text/partial-date.ts";
import { readScan } from "./read-scan.ts";

const hex = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const code = (text: string) => {
  const scan = readScan(text);
  return scan.ok ? scan.value.source : scan.problem.code;
};
const value = (text: string) => {
  const scan = readScan(text);
  if (!scan.ok) throw new Error(scan.problem.code);
  return scan.value;
};

const CCCD = "003050000001|003000001|Nguyễn Văn Đức|15031950|Nam|Thôn 1, Xã X, Tỉnh Y|10052021";
const bhytFields = (changes: Partial<Record<number, string>> = {}): string[] => {
  const fields = [
    "HC4030300000001",
    hex("Nguyễn Văn Đức"),
    "15/03/1950",
    "1",
    hex("Xã X, Tỉnh Y"),
    "03 - 001",
    "01/01/2026",
    "-",
    "01/01/2026",
    "03010300000001",
    "-",
    "4",
    "01/01/2020",
    "15cf1e9500000000-7102",
    "$",
  ];
  for (const [index, field] of Object.entries(changes)) fields[Number(index)] = field ?? "";
  return fields;
};
const bhyt = (changes: Partial<Record<number, string>> = {}) => bhytFields(changes).join("|");

describe("QR of a CCCD", () => {
  it("gives number, old number, name, birth date and sex, and keeps nothing else", () => {
    expect(value(CCCD)).toEqual({
      source: "cccd-qr",
      identity: {
        identifiers: [
          { kind: "cccd", value: "003050000001" },
          { kind: "cmnd", value: "003000001" },
        ],
        name: "Nguyễn Văn Đức",
        birthDate: { year: 1950, month: 3, day: 15 },
        sex: "male",
      },
    });
  });

  it("keeps an empty CMND field in its place", () => {
    const { identity } = value("003161000002||Trần Thị Hoà|06041961|Nữ|Xã X|10052021");
    expect(identity.identifiers).toEqual([{ kind: "cccd", value: "003161000002" }]);
    expect(identity).toMatchObject({ name: "Trần Thị Hoà", sex: "female" });
  });

  it("reads the newer card with eleven fields, whatever the last four say", () => {
    expect(value(`${CCCD}|||Trần Thị A|Nguyễn Văn B`)).toEqual(value(CCCD));
    expect(value(`${CCCD}||||`)).toEqual(value(CCCD));
  });

  it.each([
    ["1950", { year: 1950 }],
    ["031950", { year: 1950, month: 3 }],
    ["15031950", { year: 1950, month: 3, day: 15 }],
  ])("reads the birth date %s", (digits, birthDate) => {
    expect(value(CCCD.replace("15031950", digits)).identity.birthDate).toEqual(birthDate);
  });

  it("does not take an old number of 12 digits for a second CCCD", () => {
    expect(value(CCCD.replace("|003000001|", "|003050000077|")).identity.identifiers).toHaveLength(1);
  });

  it("reads decomposed text, lower case, and the line end of the scanner", () => {
    expect(value(`${CCCD.normalize("NFD")}\r\n`)).toEqual(value(CCCD));
    expect(value(CCCD.replace("Nam", "NAM")).identity.sex).toBe("male");
    expect(value(CCCD.replace("Nam", "Nữ".normalize("NFD"))).identity.sex).toBe("female");
  });

  it.each([
    ["cut after the name", "003050000001|003000001|Nguyễn Văn Đức", "scan-incomplete"],
    ["cut before the issue date", "003050000001||Nguyễn Văn Đức|15031950|Nam|Xã X", "scan-incomplete"],
    ["cut within the issue date", CCCD.slice(0, -3), "scan-incomplete"],
    ["without its first digits", CCCD.slice(4), "scan-cccd-number"],
    ["with a number of 11 digits", CCCD.replace("003050000001", "03050000001"), "scan-cccd-number"],
    ["with an old number of 8 digits", CCCD.replace("|003000001|", "|00300000|"), "scan-cmnd-number"],
    ["without a name", CCCD.replace("Nguyễn Văn Đức", ""), "scan-name"],
    ["with digits in the name", CCCD.replace("Đức", "Đ0c"), "scan-name"],
    ["with 31 February", CCCD.replace("15031950", "31021950"), "scan-birth-date"],
    ["without a birth date", CCCD.replace("15031950", ""), "scan-birth-date"],
    ["with a 5-digit birth date", CCCD.replace("15031950", "31950"), "scan-birth-date"],
    ["with an unknown sex", CCCD.replace("Nam", "X"), "scan-sex"],
  ])("%s is refused: %#", (_, text, problem) => {
    expect(code(text)).toBe(problem);
  });
});

describe("QR of a BHYT card", () => {
  it("decodes the name and gives number, birth date, sex and facility", () => {
    expect(value(bhyt())).toEqual({
      source: "bhyt-qr",
      identity: {
        identifiers: [{ kind: "bhyt", value: "HC4030300000001" }],
        name: "Nguyễn Văn Đức",
        birthDate: { year: 1950, month: 3, day: 15 },
        sex: "male",
      },
      facility: "03001",
    });
  });

  it.each(["03 - 001", "03-001", "03–001", "03 — 001", "03\u00a0‑ 001", "03001"])(
    "reads the facility %j",
    (text) => {
      expect(value(bhyt({ 5: text })).facility).toBe("03001");
    },
  );

  it("reads a number of 10 digits, a CCCD in its place, and a year alone", () => {
    expect(value(bhyt({ 0: "0300000001" })).identity.identifiers).toEqual([
      { kind: "bhyt", value: "0300000001" },
    ]);
    expect(value(bhyt({ 0: "003050000001" })).identity.identifiers).toEqual([
      { kind: "cccd", value: "003050000001" },
    ]);
    expect(value(bhyt({ 2: "1950" })).identity.birthDate).toEqual({ year: 1950 });
    expect(value(bhyt({ 2: "5/3/1950" })).identity.birthDate).toEqual({ year: 1950, month: 3, day: 5 });
    expect(value(bhyt({ 3: "2" })).identity.sex).toBe("female");
  });

  it("reads upper-case hexadecimal and a plain name", () => {
    expect(value(bhyt({ 1: hex("Nguyễn Văn Đức").toUpperCase() }))).toEqual(value(bhyt()));
    expect(value(bhyt({ 1: "Nguyễn Văn Đức" }))).toEqual(value(bhyt()));
    expect(value(bhyt({ 1: "ABBA" })).identity.name).toBe("ABBA");
  });

  it("reads fourteen fields whose last one ends with $", () => {
    expect(value([...bhytFields().slice(0, 13), "7102$"].join("|"))).toEqual(value(bhyt()));
  });

  it.each([
    ["without its $", bhyt().slice(0, -1), "scan-incomplete"],
    ["cut in the middle", bhytFields().slice(0, 9).join("|"), "scan-incomplete"],
    ["ended too early", `${bhytFields().slice(0, 9).join("|")}|$`, "scan-incomplete"],
    ["with a number too short", bhyt({ 0: "HC403030000000" }), "scan-bhyt-number"],
    ["with a filler number", bhyt({ 0: "0000000000" }), "scan-bhyt-number"],
    ["with half a byte in the name", bhyt({ 1: hex("Đức").slice(1) }), "scan-name"],
    ["with a name that is no UTF-8", bhyt({ 1: "c3284e67" }), "scan-name"],
    ["with a control character in the name", bhyt({ 1: hex("A\u0007n") }), "scan-name"],
    ["without a name", bhyt({ 1: "" }), "scan-name"],
    ["with the sex of another coding", bhyt({ 3: "0" }), "scan-sex"],
    ["with 30 February", bhyt({ 2: "30/02/1950" }), "scan-birth-date"],
  ])("%s is refused: %#", (_, text, problem) => {
    expect(code(text)).toBe(problem);
  });
});

describe("a number alone", () => {
  it.each([
    ["003050000001", "cccd-number"],
    [" 003 050 000 001\r", "cccd-number"],
    ["０03050000001", "cccd-number"],
    ["0300000001", "bhyt-number"],
    ["hc4030300000001", "bhyt-number"],
    ["HC 4 03 03-0000-0001", "bhyt-number"],
    ["003000001", "cmnd-number"],
    ["t-001", "card-number"],
    ["UT/2026.0001", "card-number"],
    ["000123", "card-number"],
  ])("%j is a %s", (text, source) => {
    expect(code(text)).toBe(source);
    const kinds = value(text).identity.identifiers.map(({ kind }) => kind);
    expect(kinds).toEqual(
      source === "card-number" ? ["priority-card", "medical-book"] : [source.replace("-number", "")],
    );
  });

  it.each([
    ["", "scan-empty"],
    [" \u200b\r\n", "scan-empty"],
    ["03050000001", "cccd-leading-zero-lost"],
    ["0030500000011", "scan-number-length"],
    ["000000000000", "identifier-placeholder"],
    ["HC6030300000001", "bhyt-benefit-digit"],
    ["Nguyễn", "scan-unrecognised"],
    ["nguyen van duc", "scan-unrecognised"],
    ["https://example.invalid/?a=1", "scan-unrecognised"],
    ["a|b|c", "scan-unrecognised"],
    ["T1", "scan-unrecognised"],
    ["1".repeat(2001), "scan-too-long"],
  ])("%j is refused with %s", (text, problem) => {
    expect(code(text)).toBe(problem);
  });
});

describe("a scan garbled by a Vietnamese input method", () => {
  it.each([
    ["Telex keys in the name", "003050000001||NGUYEENX VAWN DDUWCS|15031950|Nam|Xa X|10052021"],
    [
      "Telex keys in the name only",
      CCCD.replace("Nguyễn", "NGUYEENX")
        .replace("Đức", "DDUWCS")
        .replace(/Văn.*Nam.*Y/, "VAWN|15031950|Nam|Thoon 1"),
    ],
    ["a tone key behind a marked word", CCCD.replace("Nguyễn", "NGUYỄNX")],
    ["a doubled Đ", CCCD.replace("Đức", "ĐĐức")],
    ["Telex keys in the sex", "003150000001||NGUYEN THI AN|15031950|Nuwx|Xa X|10052021"],
    ["a marked letter in the number", CCCD.replace("003050000001", "0030500000ô1")],
    ["a marked letter in the date", CCCD.replace("15031950", "150ê1950")],
    [
      "Telex in hexadecimal",
      bhyt({ 1: hex("Nguyễn Văn Đức").toUpperCase().replace("EE", "Ê").replace("BB", "ÂB") }),
    ],
    ["VNI in hexadecimal", bhyt({ 1: hex("Nguyễn").toUpperCase().replace("E1", "É") })],
    ["Telex in the hexadecimal address", bhyt({ 4: "5864Đ12" })],
    ["an object code with Đ", bhyt({ 0: "ĐN4030300000001" })],
    ["a number alone with Đ", "ĐN4030300000001"],
  ])("%s: says to turn it off: %#", (_, text) => {
    const scan = readScan(text);
    expect(scan).toMatchObject({
      ok: false,
      problem: {
        code: "scan-garbled",
        message: { vi: expect.stringMatching(/^Tắt bộ gõ tiếng Việt rồi quét lại/) },
      },
    });
  });

  it("does not take real names for it", () => {
    for (const name of [
      "Lee Min Ho",
      "Max Weber",
      "Y Ngôn Kbuôr",
      "H'Jêr Êban",
      "Hoàng Xoong",
      "Lê Quốc Soóc",
      "Đỗ Đình Đạt",
    ])
      expect(code(CCCD.replace("Nguyễn Văn Đức", name))).toBe("cccd-qr");
  });

  it("is not seen in a plain ASCII card", () => {
    expect(code("003050000001||NGUYEN VAN DUC|15031950|Nam|Thon 1, Xa X, Huyen Y|10052021")).toBe("cccd-qr");
  });
});

describe("any scan", () => {
  const birthDigits = (format: DateFormat) =>
    fullDates.map(({ year, month, day }) => {
      const text = [String(day).padStart(2, "0"), String(month).padStart(2, "0"), year];
      const digits = text.join(format === "ddMMyyyy" ? "" : "/");
      return { digits, date: readDate(digits, format) };
    });

  it("gives back who was written into a CCCD code", () => {
    fc.assert(
      fc.property(names, birthDigits("ddMMyyyy"), fc.boolean(), fc.boolean(), (name, birth, male, newer) => {
        const text = `003050000001||${name}|${birth.digits}|${male ? "Nam" : "Nữ"}|Xã X|10052021${newer ? "||||" : ""}`;
        const { identity } = value(text);
        expect(identity).toMatchObject({ name, sex: male ? "male" : "female" });
        expect(birth.date).toEqual({ ok: true, value: identity.birthDate });
      }),
    );
  });

  it("cut off anywhere never gives a whole identity with something else in it", () => {
    const [whole, insured] = [value(CCCD), value(bhyt())];
    fc.assert(
      fc.property(fc.nat(CCCD.length - 1), fc.nat(bhyt().length - 1), (cut, other) => {
        const scans = [readScan(CCCD.slice(0, cut)), readScan(bhyt().slice(0, other))];
        for (const scan of scans)
          if (scan.ok && scan.value.source.endsWith("-qr"))
            expect([whole, insured]).toContainEqual(scan.value);
      }),
    );
  });

  it("never throws, and never repeats what was scanned in a problem", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(20), (text, pipes) => {
        const scan = readScan(`${text.slice(0, 20)}${"|".repeat(pipes)}${text.slice(20)}`);
        if (!scan.ok && text.trim().length > 12) expect(scan.problem.message.vi).not.toContain(text);
      }),
      { numRuns: 1000 },
    );
  });
});
