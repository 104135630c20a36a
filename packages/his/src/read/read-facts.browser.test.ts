import { describe, expect, it } from "vitest";
import { type Prefill, prefillSchema } from "../profile/prefill-schema.ts";
import { readFacts } from "./read-facts.ts";

const page = (markup: string): HTMLElement => {
  const root = document.createElement("div");
  root.innerHTML = markup;
  return root;
};

const prefill = (facts: readonly object[]): Prefill => prefillSchema.parse({ version: 1, facts });
const address = { item: "person-address", parts: [{ from: "value", selector: "#address" }] };
const validTo = {
  item: "insurance-valid-to",
  parts: [{ from: "text", selector: ".until" }],
  formats: ["dd/MM/yyyy"],
};

describe("what a page says for a form", () => {
  it("is what the profile names, tidied, and nothing else of the page", () => {
    const root = page(`<input id="address" value="  Số 4,   phố\u200b Mẫu "><input id="secret" value="x">
      <span class="until">31/12/2026</span>`);
    expect(readFacts(root, prefill([address, validTo]))).toEqual([
      { item: "person-address", text: "Số 4, phố Mẫu" },
      { item: "insurance-valid-to", text: "2026-12-31" },
    ]);
  });

  it.each([
    ["is missing", ""],
    ["stands twice with two texts", '<input id="address" value="a"><input id="address" value="b">'],
    ["is empty", '<input id="address" value=" ">'],
    ["is a password", '<input type="password" id="address" value="a">'],
    ["is a flood", `<input id="address" value="${"x".repeat(5_000)}">`],
  ])("leaves out a field that %s", (_what, markup) => {
    expect(readFacts(page(markup), prefill([address]))).toEqual([]);
  });

  it("leaves out a date in another format, and guesses none", () => {
    for (const text of ["12/31/2026", "2026", "31/02/2026"])
      expect(readFacts(page(`<span class="until">${text}</span>`), prefill([validTo]))).toEqual([]);
  });

  it("is nothing where the profile names nothing", () => {
    expect(readFacts(page('<input id="address" value="a">'), undefined)).toEqual([]);
  });

  it("takes only what forms know", () => {
    const unknown = { version: 1, facts: [{ ...address, item: "password" }] };
    expect(prefillSchema.safeParse(unknown).success).toBe(false);
    expect(prefillSchema.safeParse({ version: 2, facts: [address] }).success).toBe(false);
  });
});
