import { expect, it } from "vitest";
import { hasShape } from "./identifier-shape.ts";

it.each([
  ["cccd", "003090000001", true],
  ["cccd", "003 090 000 001", true],
  ["cccd", "００３０９００００００１", true],
  ["cccd", "030900001", true],
  ["cccd", "0912345678", false],
  ["cccd", "Phòng khám 1", false],
  ["bhyt", "HC4003000000001".slice(0, 15), true],
  ["bhyt", "hc 4 00 3000000001", true],
  ["bhyt", "3000000001", true],
  ["bhyt", "26000001", false],
  ["his-code", "BN/26-1", true],
  ["priority-card", "ƯT 12", true],
] as const)("%s: %s", (kind, text, is) => {
  expect(hasShape(kind, text)).toBe(is);
});
