import { expect, it } from "vitest";
import { draftedField, draftQuestion } from "../draft-schemas.ts";
import { cutField, cutQuestion } from "./cut-to-travel.ts";

const report = "Kết luận: ".repeat(1_000);

it("a column of reports is asked about with texts that the wizard can take", () => {
  const question = {
    doubt: "sex-codes" as const,
    role: "sex" as const,
    labels: [report],
    parts: [{ from: "text" as const, header: report }],
    codes: [report, "1"],
  };
  expect(draftQuestion.safeParse(question).success).toBe(false);
  const sent = cutQuestion(question);
  expect(draftQuestion.safeParse(sent).success).toBe(true);
  expect(sent.codes?.[1]).toBe("1");
  expect(sent.parts).toBeUndefined();
});

it("a field under a header as long as a form likewise", () => {
  const field = { role: "name" as const, labels: [report], sure: true };
  expect(draftedField.safeParse(field).success).toBe(false);
  expect(draftedField.safeParse(cutField(field)).success).toBe(true);
});
