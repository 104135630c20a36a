import { expect, it } from "vitest";
import { listPage } from "../testing/list-page.ts";
import { pointedWork } from "./answers.ts";

const page = listPage({
  fields: { identifiers: [{ kind: "his-code", parts: [{ from: "text", selector: ".ma" }] }] },
});
const half = (role: "family-name" | "given-name") => ({ doubt: "half-a-name" as const, role, labels: [] });

it.each(["family-name", "given-name"] as const)(
  "of a name of which the %s was chosen, no more is asked than the answer asks",
  (target) => {
    const gutter = { doubt: "gutter" as const, labels: [] };
    for (const asked of ["family-name", "given-name"] as const)
      for (const questions of [[], [half("given-name")]])
        expect(
          pointedWork({ page, fields: [], questions: [gutter, half(asked)] }, target, {
            said: "pointed",
            id: 1,
            state: "placed",
            page,
            questions,
            occupied: false,
          }).questions,
        ).toEqual([gutter, ...questions]);
  },
);
