import { describe, expect, it } from "vitest";
import { PASSPHRASE_BITS, secretBits, weaknessOf } from "./secret-strength.ts";

const known = ["Lê Thị Tiếp", "letan"];
const pin = (secret: string) => weaknessOf(secret, { length: 6, kind: "pin", known });
const passphrase = (secret: string) => weaknessOf(secret, { length: 12, kind: "passphrase", known });

describe("the strength of a secret", () => {
  it.each([
    ["12345", "secret-too-short"],
    ["000000", "secret-repeats"],
    ["121212", "secret-repeats"],
    ["123123", "secret-repeats"],
    ["123456", "secret-sequence"],
    ["987654", "secret-sequence"],
    ["qwerty", "secret-sequence"],
    ["04061961", "secret-date"],
    ["040661", "secret-date"],
    ["1961-06-04", "secret-date"],
    ["matkhau1", "secret-common"],
    ["Mật Khẩu 12", "secret-common"],
    ["letan2026", "secret-is-name"],
    ["tiếp1234", "secret-is-name"],
    ["thu-bi-mat-2026", null],
    ["730518", null],
  ])("%s: %s", (secret, weakness) => expect(pin(secret)).toBe(weakness));

  it.each([
    ["730518492617", "secret-too-weak"],
    ["benhvien matkhau", "secret-too-weak"],
    ["mùa thu 2026", "secret-too-weak"],
    ["chuối chuối chuối chuối", "secret-too-weak"],
    ["chuối xe lửa tím biếc", null],
    ["kJ8#pQ2!vX9z", null],
  ])("as a passphrase %s: %s", (secret, weakness) => expect(passphrase(secret)).toBe(weakness));

  it("counts neither a name of one's own nor a word twice", () => {
    expect(secretBits("chuối tím tiếp", known)).toBeLessThan(secretBits("chuối tím lửa", known));
    expect(secretBits("chuối chuối")).toBe(secretBits("chuối"));
    expect(secretBits("ngựa chuối bàn ghế")).toBeGreaterThan(PASSPHRASE_BITS);
  });
});
