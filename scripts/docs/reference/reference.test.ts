import { describe, expect, it } from "vitest";
import { elementsOf, readElements } from "./manifest.ts";
import { referenceMarkdown } from "./reference-markdown.ts";

const MANIFEST = {
  schemaVersion: "1.0.0",
  modules: [
    {
      kind: "javascript-module",
      path: "src/a.ts",
      declarations: [
        {
          kind: "class",
          name: "CadreScanInput",
          tagName: "cadre-scan-input",
          customElement: true,
          description: "Takes a code.",
          members: [
            {
              kind: "field",
              name: "problem",
              type: { text: "Problem | undefined" },
              description: "Why not.",
            },
            { kind: "field", name: "missing", privacy: "private" },
            { kind: "method", name: "clear", description: "Empties the field." },
          ],
          events: [{ name: "cadre-scan", type: { text: "CadreScanEvent" }, description: "A code came." }],
          cssParts: [{ name: "input", description: "The field." }],
        },
        { kind: "variable", name: "other" },
      ],
    },
  ],
};

describe("the element reference", () => {
  it("comes from the manifest: public members, events, parts", () => {
    const text = referenceMarkdown(elementsOf(MANIFEST), "en");
    expect(text).toContain("## `<cadre-scan-input>`");
    expect(text).toContain("| `problem` |  | `Problem \\| undefined` | Why not. |");
    expect(text).toContain("| `cadre-scan` | `CadreScanEvent` | A code came. |");
    expect(text).toContain("| `clear` | Empties the field. |");
    expect(text).toContain("| `input` | The field. |");
    expect(text).not.toContain("missing");
  });

  it("has every element that the packages register", async () => {
    const tags = (await readElements()).map(({ tagName }) => tagName);
    expect(tags).toContain("cadre-care-provider");
    expect(tags).toContain("cadre-priority-banner");
    expect(tags).toHaveLength(13);
  });
});
