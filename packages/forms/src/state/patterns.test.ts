import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { compileForm } from "../definition/compile-form.ts";
import { URLS } from "../definition/extension-urls.ts";
import { readQuestionnaire } from "../questionnaire/read-questionnaire.ts";
import type { FormState } from "./form-state.ts";

const started = async (pattern: string): Promise<FormState> => {
  const { startForm } = await import("./form-state.ts");
  const read = readQuestionnaire({
    resourceType: "Questionnaire",
    status: "active",
    item: [{ linkId: "code", type: "string", extension: [{ url: URLS.regex, valueString: pattern }] }],
  });
  if (!read.ok) throw new Error(read.problem.code);
  return startForm(compileForm(read.value));
};
const codes = (form: FormState): readonly string[] => form.issues.map(({ code }) => code);

beforeEach(() => vi.resetModules());
afterEach(() => vi.doUnmock("./linear-pattern.ts"));

it("checks what was typed before the check of patterns was here, and tells who listens", async () => {
  const form = await started("[0-9]+");
  const told = vi.fn();
  form.typeText("code", 0, "a");
  expect(form.inputText("code")).toBe("a");
  expect(codes(form)).toEqual([]);
  form.subscribe(told);
  await form.ready;
  expect(codes(form)).toEqual(["pattern-mismatch"]);
  expect(told).toHaveBeenCalledTimes(1);
  expect(form.inputText("code")).toBe("a");
  form.typeText("code", 0, "12");
  expect(codes(form)).toEqual([]);
});

it("says of a pattern that it is unusable only when it was looked at", async () => {
  const form = await started("([a-z");
  expect(codes(form)).toEqual([]);
  await form.ready;
  expect(codes(form)).toEqual(["pattern-unusable"]);
});

it("stays usable and says so where the check cannot be loaded, and asks for it again with the next form", async () => {
  vi.doMock("./linear-pattern.ts", () => {
    throw new Error("offline");
  });
  const form = await started("[0-9]+");
  form.typeText("code", 0, "a");
  const told = vi.fn();
  form.subscribe(told);
  await form.ready;
  expect(codes(form)).toEqual(["patterns-unavailable"]);
  expect(told).toHaveBeenCalled();
  form.typeText("code", 0, "ab");
  expect(form.inputText("code")).toBe("ab");
  expect(codes(form)).toEqual(["patterns-unavailable"]);

  vi.doUnmock("./linear-pattern.ts");
  const next = await started("[0-9]+");
  next.typeText("code", 0, "a");
  await next.ready;
  expect(codes(next)).toEqual(["pattern-mismatch"]);
});
