import { expect, it } from "vitest";
import { inBothLanguages } from "./other-language.ts";

it("names columns and sexes in both languages, and leaves alone what it is told nothing of", () => {
  const page = {
    kind: "list",
    gutter: { at: "column", header: "Dấu" },
    fields: {
      identifiers: [{ kind: "his-code", parts: [{ from: "text", header: "Mã BN" }] }],
      sex: { parts: [{ from: "text", header: "Giới" }], codes: [{ text: "Nam", sex: "male" }] },
    },
  };
  expect(inBothLanguages(page, { headers: { "Mã BN": "Patient ID" }, sex: { Male: "male" } })).toEqual({
    ...page,
    fields: {
      identifiers: [{ kind: "his-code", parts: [{ from: "text", header: ["Mã BN", "Patient ID"] }] }],
      sex: {
        parts: [{ from: "text", header: "Giới" }],
        codes: [
          { text: "Nam", sex: "male" },
          { text: "Male", sex: "male" },
        ],
      },
    },
  });
});
