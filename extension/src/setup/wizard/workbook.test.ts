import { compareVersions } from "@cadre-care/domain";
import { expect, it } from "vitest";
import { isVersion, nextVersion } from "./workbook.ts";

const today = new Date(2026, 10, 27);

it.each([
  ["", "2026.11.27.1"],
  ["1", "2026.11.27.1"],
  ["2026.11.26.7", "2026.11.27.1"],
  ["2026.9.30.2", "2026.11.27.1"],
  ["2026.11.27.1", "2026.11.27.2"],
  ["2026.11.27.9", "2026.11.27.10"],
  ["2027.1.1.1", "2027.1.1.2"],
  ["mau-a", "mau-a.1"],
])("after “%s” comes “%s”, as a policy's upTo counts", (before, next) => {
  expect(nextVersion(before, today)).toBe(next);
  expect(isVersion(next)).toBe(true);
  if (before !== "") expect(compareVersions(next, before)).toBeGreaterThan(0);
});
