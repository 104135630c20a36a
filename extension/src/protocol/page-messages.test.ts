import { describe, expect, it } from "vitest";
import { pageMessage } from "./page-messages.ts";

const patient = (facts: readonly unknown[]) => ({
  type: "patient",
  page: "patient",
  generation: 1,
  settled: true,
  identity: null,
  urgency: { emergency: false },
  faults: [],
  facts,
});
const address = { item: "person-address", text: "Số 4 Phố Mẫu" };

describe("what a page says for a form", () => {
  it.each([
    ["is not tidy", { ...address, text: "Số 4  Phố Mẫu" }],
    ["is of an unknown kind", { ...address, item: "password" }],
    ["is no text", { ...address, text: 4 }],
    ["is nothing", null],
  ])("is left out where it %s, and the rest of the message counts", (_what, bad) => {
    const read = pageMessage.safeParse(patient([bad, address]));
    expect(read.data).toMatchObject({ type: "patient", settled: true, facts: [address] });
  });

  it("ends the conversation where there is more of it than a profile can name", () => {
    const flood = Array.from({ length: 100 }, () => address);
    expect(pageMessage.safeParse(patient(flood)).success).toBe(false);
  });
});

describe("what does not fit a profile", () => {
  const finding = {
    code: "header-missing",
    page: "list",
    kind: "list",
    place: "fields.identifiers[0]",
    off: true,
  };
  const page = (change: object) => ({ type: "page", kind: "list", findings: [{ ...finding, ...change }] });

  it.each([
    {},
    { page: "*", kind: "none", place: "" },
    { place: "recognise[2]" },
    { place: "banner.anchor" },
  ])("is taken: %j", (change) => expect(pageMessage.safeParse(page(change)).success).toBe(true));

  it.each([
    { place: "Nguyễn Văn A" },
    { page: "Danh sách" },
    { place: "a".repeat(81) },
    { code: "Thiếu" },
    { off: undefined },
    { code: "some-code-of-the-page" },
    { message: { vi: "Thiếu cột", en: "A column is missing" } },
    { count: 3 },
  ])("is refused: %j", (change) => expect(pageMessage.safeParse(page(change)).success).toBe(false));

  it.each([
    [{ code: "half-empty", place: "fields.name" }, true],
    [{ code: "half-empty", place: "Nguyễn Văn A" }, false],
    [{ code: "half-empty", place: "", message: { vi: "a", en: "a" } }, false],
    [{ code: "another", place: "" }, false],
  ])("of one patient, %j, is taken: %s", (fault, taken) =>
    expect(pageMessage.safeParse({ ...patient([]), faults: [fault] }).success).toBe(taken),
  );
});
