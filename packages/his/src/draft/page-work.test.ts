import { expect, it } from "vitest";
import { readPage } from "./page-draft.ts";
import { pointedWork } from "./page-work.ts";

const page = readPage({
  id: "list",
  kind: "list",
  recognise: [{ selector: "#ds" }],
  root: "#ds",
  rows: { selector: "tr" },
  gutter: { at: "edge", edge: "left", inset: 0, width: 16 },
  fields: { identifiers: [{ kind: "his-code", parts: [{ from: "text", selector: ".ma" }] }] },
});
if (page === undefined) throw new Error("no page");
const half = (role: "family-name" | "given-name") => ({ doubt: "half-a-name" as const, role, labels: [] });

it.each(["family-name", "given-name"] as const)(
  "of a name of which the %s was chosen, no more is asked than the answer asks",
  (target) => {
    const gutter = { doubt: "gutter" as const, labels: [] };
    for (const asked of ["family-name", "given-name"] as const)
      for (const questions of [[], [half("given-name")]])
        expect(
          pointedWork({ page, fields: [], questions: [gutter, half(asked)] }, target, {
            page,
            questions,
          }).questions,
        ).toEqual([gutter, ...questions]);
  },
);
