import fc from "fast-check";
import { expect, it } from "vitest";
import { readResponse } from "../response/read-response.ts";
import type { QuestionnaireResponse } from "../response/response.ts";
import { arbitraryEdits, edit, pictureOf } from "../testing/arbitrary-edits.ts";
import { arbitraryItems } from "../testing/arbitrary-items.ts";
import { formOf } from "../testing/form-of.ts";
import { propertyRuns } from "../testing/property-runs.ts";
import type { FormNode } from "./form-node.ts";

/** As the wire gives it back: JSON, and read again. */
const overTheWire = (response: QuestionnaireResponse): QuestionnaireResponse => {
  const read = readResponse(JSON.parse(JSON.stringify(response)));
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
};

it.each([false, true])(
  "after any edits in any order a form is what it would be if it were computed from scratch (circles: %s)",
  (mayCircle) => {
    fc.assert(
      fc.property(arbitraryItems(mayCircle), arbitraryEdits, (items, edits) => {
        const form = formOf(items);
        for (const each of edits) edit(form, each);
        const scratch = formOf(items, { response: overTheWire(form.toResponse("in-progress")) });
        expect(pictureOf(form)).toEqual(pictureOf(scratch));
        expect(form.toResponse("completed")).toEqual(scratch.toResponse("completed"));
      }),
      propertyRuns(300),
    );
  },
);

it("response -> state -> response is the identity, of drafts and of what is completed", () => {
  fc.assert(
    fc.property(arbitraryItems(false), arbitraryEdits, (items, edits) => {
      const form = formOf(items);
      for (const each of edits) edit(form, each);
      for (const status of ["in-progress", "completed"] as const) {
        const response = overTheWire(form.toResponse(status));
        expect(formOf(items, { response }).toResponse(status)).toEqual(response);
      }
    }),
    propertyRuns(300),
  );
});

it("tells of every node that changed, and lists every issue of every node once, in the order of the form", () => {
  fc.assert(
    fc.property(arbitraryItems(true), arbitraryEdits, (items, edits) => {
      const form = formOf(items);
      const seen = new Map<FormNode, string>();
      const look = (): Map<FormNode, string> =>
        new Map(
          form.definition.items.flatMap(({ linkId }) =>
            form
              .nodesOf(linkId)
              .map((node): [FormNode, string] => [
                node,
                JSON.stringify([
                  node.enabled,
                  node.answers.map(({ value, typed, source }) => [value, typed, source]),
                  node.issues,
                ]),
              ]),
          ),
        );
      for (const [node, picture] of look()) seen.set(node, picture);
      let told = new Set<FormNode>();
      form.subscribe((changed) => {
        told = new Set(changed.keys());
      });
      for (const each of edits) {
        told = new Set();
        edit(form, each);
        const now = look();
        for (const [node, picture] of now) {
          if (seen.has(node)) expect(told.has(node) || seen.get(node) === picture).toBe(true);
        }
        seen.clear();
        for (const [node, picture] of now) seen.set(node, picture);
      }
      const placed = (node: FormNode): readonly unknown[] => [
        ...node.issues.map((issue) => ({ ...issue, node: node.key })),
        ...node.children.flatMap(placed),
      ];
      const listed = form.issues.map(({ node, ...issue }) => ({ ...issue, node: node?.key }));
      expect(listed).toEqual(form.roots.flatMap(placed));
      expect(form.issues.every(({ node }) => node && form.node(node.key) === node)).toBe(true);
    }),
    propertyRuns(150),
  );
});
