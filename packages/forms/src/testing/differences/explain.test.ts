import { expect, it } from "vitest";
import { type Difference, differencesOf, REFUSED } from "./difference.ts";
import { explain } from "./explain.ts";

const response = (item: readonly unknown[], more = {}) => ({
  resourceType: "QuestionnaireResponse",
  status: "completed",
  item,
  ...more,
});
const pulse = (valueInteger: number) => ({ linkId: "pulse", answer: [{ valueInteger }] });

it("finds no difference in the order of keys, nor in when and by what program a response was made", () => {
  const ours = response([{ linkId: "pulse", text: "Mạch", answer: [{ valueInteger: 72 }] }]);
  const theirs = response([{ answer: [{ valueInteger: 72 }], text: "Mạch", linkId: "pulse" }], {
    authored: "2026-07-04T07:45:00+07:00",
    meta: { tag: [] },
  });
  expect(differencesOf("form", ours, theirs)).toEqual([]);
});

it("finds another value, a missing item, a second repeat and what stands under an answer", () => {
  const ours = response([
    pulse(72),
    { linkId: "group", item: [pulse(80)] },
    { linkId: "group", item: [pulse(90)] },
    {
      linkId: "upper",
      answer: [{ valueString: "a", item: [{ linkId: "lower", answer: [{ valueString: "b" }] }] }],
    },
  ]);
  const theirs = response([
    pulse(73),
    { linkId: "group", item: [pulse(80)] },
    { linkId: "group", item: [pulse(91)] },
    { linkId: "upper", answer: [{ valueString: "a" }] },
  ]);
  expect(differencesOf("form", ours, theirs)).toEqual([
    {
      form: "form",
      at: "pulse",
      ours: { answer: [{ valueInteger: 72 }] },
      theirs: { answer: [{ valueInteger: 73 }] },
    },
    {
      form: "form",
      at: "group[1]/pulse",
      ours: { answer: [{ valueInteger: 90 }] },
      theirs: { answer: [{ valueInteger: 91 }] },
    },
    { form: "form", at: "upper/lower", ours: { answer: [{ valueString: "b" }] }, theirs: undefined },
  ]);
});

it("finds a form refused by one, and an element that only one response has", () => {
  expect(differencesOf("form", response([]), REFUSED)).toEqual([
    { form: "form", at: "(form)", ours: "filled in", theirs: "refused" },
  ]);
  expect(differencesOf("form", REFUSED, REFUSED)).toEqual([]);
  expect(differencesOf("form", response([], { questionnaire: "q|1" }), response([]))).toEqual([
    { form: "form", at: "(questionnaire)", ours: "q|1", theirs: undefined },
  ]);
});

it("names what nobody explained, and what is explained but does not differ", () => {
  const found: Difference = { form: "form", at: "pulse", ours: 1, theirs: 2 };
  const known = { ...found, whose: "theirs" as const, why: "because" };
  expect(explain([found], [known])).toEqual({ unexplained: [], outdated: [] });
  expect(explain([found], []).unexplained).toEqual(["form, pulse: ours 1, theirs 2"]);
  expect(explain([], [known]).outdated).toEqual(["form, pulse: ours 1, theirs 2"]);
  expect(explain([{ ...found, theirs: undefined }], [known])).toEqual({
    unexplained: ["form, pulse: ours 1, theirs nothing"],
    outdated: ["form, pulse: ours 1, theirs 2"],
  });
});
