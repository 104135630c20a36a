import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import { readResponse } from "../response/read-response.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import { codesOf, formOf } from "../testing/form-of.ts";

const inProgress = (item: QuestionnaireResponse["item"]): QuestionnaireResponse => ({
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  ...(item && { item }),
});

it("starts with initial values and options that are selected, and not again from a draft", () => {
  const items = [
    { linkId: "a", type: "string", initial: [{ valueString: "x" }, { valueString: "y" }] },
    { linkId: "b", type: "integer", repeats: true, initial: [{ valueInteger: 1 }, { valueInteger: 2 }] },
    {
      linkId: "c",
      type: "choice",
      answerOption: [{ valueCoding: { code: "n" } }, { valueCoding: { code: "y" }, initialSelected: true }],
    },
    { linkId: "d", type: "date", initial: [{ valueString: "not a date" }] },
  ] as const;
  const form = formOf(items);
  const values = (of: typeof form) =>
    ["a", "b", "c", "d"].map((key) => of.node(key)?.answers.map(({ value, source }) => [value, source]));
  expect(values(form)).toEqual([
    [[{ valueString: "x" }, "initial"]],
    [
      [{ valueInteger: 1 }, "initial"],
      [{ valueInteger: 2 }, "initial"],
    ],
    [[{ valueCoding: { code: "y" } }, "initial"]],
    [[undefined, undefined]],
  ]);
  form.setAnswer("a", 0, undefined);
  const again = formOf(items, { response: form.toResponse("in-progress") });
  expect(values(again)).toEqual(values(form));
  expect(again.node("a")?.answers[0]?.value).toBeUndefined();
});

it("shows what is prefilled as such until it is confirmed, in the draft too", () => {
  const items = [
    { linkId: "a", type: "string", initial: [{ valueString: "x" }] },
    { linkId: "b", type: "decimal" },
    { linkId: "c", type: "date" },
  ] as const;
  const form = formOf(items, {
    prefilled: [
      { linkId: "a", value: { valueString: "từ trang" }, source: "page" },
      { linkId: "b", value: { valueInteger: 5 }, source: "roster" },
      { linkId: "c", value: { valueString: "hôm qua" }, source: "page" },
      { linkId: "gone", value: { valueString: "x" }, source: "page" },
    ],
  });
  expect(form.node("a")?.answers[0]).toMatchObject({ value: { valueString: "từ trang" }, source: "page" });
  expect(form.node("b")?.answers[0]).toMatchObject({ value: { valueDecimal: 5 }, source: "roster" });
  expect(form.node("c")?.answers[0]?.value).toBeUndefined();
  form.confirm("b");
  const again = formOf(items, {
    response: form.toResponse("in-progress"),
    prefilled: [{ linkId: "c", value: { valueDate: "2026" }, source: "page" }],
  });
  expect(["a", "b", "c"].map((key) => again.node(key)?.answers[0]?.source)).toEqual([
    "page",
    undefined,
    undefined,
  ]);
  expect(again.node("c")?.answers[0]?.value).toBeUndefined();
  form.typeText("a", 0, "sửa");
  expect(form.node("a")?.answers[0]?.source).toBeUndefined();
  expect(JSON.stringify(form.toResponse("completed"))).not.toContain("extension");
});

it("keeps items that the form does not have, and says which", () => {
  const unknown = { linkId: "old", text: "Câu cũ", answer: [{ valueString: "x" }] };
  const form = formOf([{ linkId: "a", type: "string" }], { response: inProgress([unknown]) });
  expect(form.leftOver).toEqual([unknown]);
  expect(form.issues).toMatchObject([{ code: "response-items-unknown", severity: "advisory" }]);
  expect(form.toResponse("in-progress").item).toEqual([unknown]);
  expect(form.toResponse("completed").item).toBeUndefined();
});

it("keeps an answer of another type as text, to be entered again", () => {
  const response = inProgress([{ linkId: "a", answer: [{ valueString: "ba bao" }] }]);
  const form = formOf([{ linkId: "a", type: "integer" }], { response });
  expect(form.inputText("a")).toBe("ba bao");
  expect(codesOf(form, "a")).toEqual(["answer-type-wrong"]);
  expect(form.node("a")?.answers[0]?.value).toBeUndefined();
});

it("leaves what others said of the response, an item or an answer as it was, until the answer changes", () => {
  const extension = [{ url: "https://other.example/certainty", valueCode: "likely" }];
  const response: QuestionnaireResponse & { readonly subject: object } = {
    resourceType: "QuestionnaireResponse",
    questionnaire: "https://board.example/q|1",
    status: "in-progress",
    subject: { reference: "Patient/p" },
    item: [
      {
        linkId: "a",
        ...{ id: "i1", extension },
        answer: [{ ...{ id: "a1" }, extension, valueCoding: { code: "x", ...{ userSelected: true } } }],
      },
    ],
  };
  const read = readResponse(response);
  const form = formOf([{ linkId: "a", type: "choice" }], { ...(read.ok && { response: read.value }) });
  expect(form.toResponse("in-progress")).toEqual(response);
  expect(form.toResponse("completed")).toEqual({ ...response, status: "completed" });
  form.setAnswer("a", 0, { valueCoding: { code: "y" } });
  expect(form.toResponse("completed").item).toEqual([
    { linkId: "a", ...{ id: "i1", extension }, answer: [{ valueCoding: { code: "y" } }] },
  ]);
});

it("takes a response apart only if it is one", () => {
  expect(readResponse({ resourceType: "QuestionnaireResponse", status: "done" })).toMatchObject({
    ok: false,
  });
  const wrong = readResponse(
    inProgress([
      { linkId: "a", answer: [{ item: [{ linkId: "b", answer: [{ valueDecimal: Number.NaN }] }] }] },
    ]),
  );
  expect(!wrong.ok && wrong.problem.message.en).toContain("item[0].answer[0].item[0].answer[0].valueDecimal");
  const circle: Record<string, unknown> = { linkId: "a" };
  circle.item = [circle];
  expect(
    readResponse({ resourceType: "QuestionnaireResponse", status: "completed", item: [circle] }),
  ).toMatchObject({ ok: false });
});

it("switches language at run time: questions, titles, numbers and dates, and every node is told", () => {
  const english = (text: string) => ({
    extension: [
      {
        url: URLS.translation,
        extension: [
          { url: "lang", valueCode: "en-US" },
          { url: "content", valueString: text },
        ],
      },
    ],
  });
  const form = formOf(
    [
      { linkId: "a", type: "date", text: "Ngày sinh", _text: english("Born"), prefix: "1." },
      { linkId: "b", type: "decimal", text: "Nhiệt độ" },
    ],
    {},
    { title: "Khám", _title: english("Exam") },
  );
  form.typeText("a", 0, "4/6/1961");
  form.tidy("a");
  form.typeText("b", 0, "36,5");
  form.tidy("b");
  const [a, b] = form.roots;
  const say = () => [
    form.title,
    a && form.text(a),
    a && form.prefix(a),
    b && form.text(b),
    form.inputText("a"),
    form.inputText("b"),
  ];
  expect(say()).toEqual(["Khám", "Ngày sinh", "1.", "Nhiệt độ", "04/06/1961", "36,5"]);
  const told = new Set<string>();
  form.subscribe((changed) => {
    for (const { key } of changed.keys()) told.add(key);
  });
  form.language = "en";
  expect(say()).toEqual(["Exam", "Born", "1.", "Nhiệt độ", "1961-06-04", "36.5"]);
  expect([...told]).toEqual(["a", "b"]);
});
