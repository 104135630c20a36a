import { describe, expect, it } from "vitest";
import { pageMessage } from "./page-messages.ts";

const patient = (facts: readonly unknown[]) => ({
  type: "patient",
  page: "patient",
  generation: 1,
  settled: true,
  identity: null,
  urgency: { emergency: false },
  problems: [],
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
