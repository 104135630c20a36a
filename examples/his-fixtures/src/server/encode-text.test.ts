import { expect, it } from "vitest";
import { encodeText } from "./encode-text.ts";

const NAME = "Nguyễn Thị Phượng, Đỗ Văn Ấn, Lê Hoài Ý";

it("writes windows-1258 half decomposed, as a browser reads it back", () => {
  const read = new TextDecoder("windows-1258").decode(encodeText(NAME, "windows-1258"));
  expect(read).not.toBe(NAME);
  expect(read.normalize("NFC")).toBe(NAME);
});

it("writes decomposed text", () => {
  const read = encodeText(NAME, "nfd").toString("utf8");
  expect(read.length).toBeGreaterThan(NAME.length);
  expect(read.normalize("NFC")).toBe(NAME);
});

it("refuses a letter that the code page does not have", () => {
  expect(() => encodeText("日", "windows-1258")).toThrow("U+65e5");
});
