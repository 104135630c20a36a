import { describe, expect, it } from "vitest";
import { readPortName } from "./port-names.ts";

describe("port names", () => {
  it.each([
    ["page", { context: "page" }],
    ["marks:abcdefghijklmnopqrst", { context: "marks", token: "abcdefghijklmnopqrst" }],
    ["banner:abcdefghijklmnopqrst", { context: "banner", token: "abcdefghijklmnopqrst" }],
    ["docked:abcdefghijklmnopqrst", { context: "docked", token: "abcdefghijklmnopqrst" }],
    ["panel:12", { context: "panel", tab: 12 }],
    ["panel:2147483647", { context: "panel", tab: 2_147_483_647 }],
    ["popup:", { context: "popup", tab: undefined }],
    ["options:", { context: "options", tab: undefined }],
  ])("knows %s", (name, expected) => {
    expect(readPortName(name)).toEqual(expected);
  });

  it.each([
    "",
    "pages",
    "marks:",
    "marks:ABC",
    "banner:1",
    "panel:x",
    "panel:-1",
    "panel:2147483648",
    "vault:",
    "__proto__:",
  ])("refuses %j", (name) => {
    expect(readPortName(name)).toBeUndefined();
  });
});
