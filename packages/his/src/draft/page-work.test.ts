import { expect, it } from "vitest";
import { readPage } from "./page-draft.ts";
import { droppedWork, pointedWork } from "./page-work.ts";

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

it("with the words for an emergency no sign goes that is merely present", () => {
  const sign = { when: "present" as const, selector: ".cap-cuu" };
  const words = {
    when: "equals" as const,
    part: { from: "text" as const, selector: ".loai" },
    words: ["Cấp cứu"],
  };
  const both = readPage({ ...page, emergency: [words, sign] });
  if (both === undefined) throw new Error("no page");
  const left = droppedWork({ page: both, fields: [], questions: [] }, "emergency");
  expect(left?.page.emergency).toEqual([sign]);
});
