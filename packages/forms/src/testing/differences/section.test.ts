import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SCRIPTED_FORMS } from "../questionnaires/index.ts";
import { KNOWN_DIFFERENCES } from "./known-differences.ts";
import { withSection } from "./section.ts";

it("stands in the conformance table as the differential test has it", () => {
  const document = readFileSync(new URL("../../../../../docs/forms-conformance.md", import.meta.url), "utf8");
  expect(withSection(document)).toBe(document);
});

it("covers twenty Questionnaires at least, each under a name of its own, and explains differences of these alone", () => {
  const names = SCRIPTED_FORMS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(20);
  expect(KNOWN_DIFFERENCES.filter(({ form }) => !names.includes(form))).toEqual([]);
});
