import { expect, it } from "vitest";
import { readScan } from "../scan/read-scan.ts";
import { bhytCode, cccdCode } from "./card-codes.ts";
import { generateProvince } from "./province.ts";

it("a synthetic person's cards are read as theirs", () => {
  for (const entry of generateProvince({ people: 60, seed: 3, referenceDate: "2026-11-22" })) {
    const { name, sex, birthDate } = entry;
    const whole = birthDate.day !== undefined;
    for (const code of [cccdCode(entry), cccdCode(entry, 11), bhytCode(entry)]) {
      const scan = readScan(code);
      if (!scan.ok) expect(scan.problem.code).toBe("scan-bhyt-number");
      else expect(scan.value.identity).toMatchObject({ name, sex, ...(whole ? { birthDate } : {}) });
    }
    expect(readScan(cccdCode(entry, 11))).toEqual(readScan(cccdCode(entry)));
  }
});
