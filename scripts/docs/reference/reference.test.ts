import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readManifest } from "./manifest.ts";
import { referenceMarkdown } from "./reference-markdown.ts";

const root = mkdtempSync(join(tmpdir(), "docs-reference-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

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
  it("says how to get one where no manifest was built", () => {
    expect(readManifest(root)).toBeUndefined();
    expect(referenceMarkdown(undefined, "en")).toContain("npm run build:packages");
  });

  it("comes from the manifest: public members, events, parts", () => {
    mkdirSync(join(root, "packages/elements/dist"), { recursive: true });
    writeFileSync(join(root, "packages/elements/dist/custom-elements.json"), JSON.stringify(MANIFEST));
    const text = referenceMarkdown(readManifest(root), "en");
    expect(text).toContain("## `<cadre-scan-input>`");
    expect(text).toContain("| `problem` |  | `Problem \\| undefined` | Why not. |");
    expect(text).toContain("| `cadre-scan` | `CadreScanEvent` | A code came. |");
    expect(text).toContain("| `clear` | Empties the field. |");
    expect(text).toContain("| `input` | The field. |");
    expect(text).not.toContain("missing");
  });
});
