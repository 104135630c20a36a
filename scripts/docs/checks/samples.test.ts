import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readGuide } from "../guide/guide.ts";
import { problemText } from "../guide/problem.ts";
import { commandProblems } from "./commands.ts";
import { compileProblems } from "./compile-samples.ts";
import { readNpmScripts } from "./npm-scripts.ts";
import { sampleProblems, sourcesOf } from "./samples.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const guide = (...lines: readonly string[]) => [readGuide("docs/one.md", lines.join("\n"))];
const elements = new Set(["cadre-priority-banner"]);

describe("samples", () => {
  it("are JSON where they say so, name elements that there are, and are in a language that is checked", () => {
    const right = guide(
      "```json",
      '{ "a": 1 }',
      "```",
      "```html",
      "<cadre-priority-banner></cadre-priority-banner>",
      "```",
    );
    expect(sampleProblems(right, elements)).toEqual([]);
    const wrong = guide(
      "",
      "```json",
      '"a": 1',
      "```",
      "```html",
      "<p>",
      "<cadre-banner></cadre-banner>",
      "```",
      "```cobol",
      "```",
    );
    const [json, element, language, ...others] = sampleProblems(wrong, elements).map(problemText);
    expect(json).toMatch(/^docs\/one\.md:3: not JSON/);
    expect(element).toBe("docs/one.md:7: no such element: cadre-banner");
    expect(language).toBe("docs/one.md:10: sample in a language that is not checked: cobol");
    expect(others).toEqual([]);
  });

  it("compile against the packages, or fail with the line of the guide", () => {
    const samples = sourcesOf(
      guide(
        "# One",
        "<!-- assumes: declare const json: unknown; -->",
        "",
        "```ts",
        'import { readQuestionnaire } from "@cadre-care/forms";',
        "readQuestionnaire(json);",
        "readQuestionnair(json);",
        "```",
        "",
        "```html",
        "<cadre-questionnaire></cadre-questionnaire>",
        '<script type="module">',
        '  const form = document.querySelector("cadre-questionnaire");',
        "  form.questionnaire = {};",
        "  form.questionnair = {};",
        "</script>",
        "```",
      ),
    );
    const problems = compileProblems(samples, root).map(problemText);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^docs\/one\.md:7: .*readQuestionnair'/);
    expect(problems[1]).toMatch(/^docs\/one\.md:15: .*'questionnair'/);
  });
});

describe("commands", () => {
  const scripts = new Map([
    ["", new Set(["start", "test", "pack", "bench"])],
    ["packages/his", new Set(["bench"])],
  ]);

  it("are scripts that there are", () => {
    const right = guide(
      "`npm start`, `npm run pack -- --profile FILE`, `npm run bench -w packages/his`",
      "```",
      "npm test   # all",
      "npm run --silent pack > x",
      "```",
    );
    expect(commandProblems(right, scripts)).toEqual([]);
  });

  it("are refused with the line", () => {
    const wrong = guide(
      "`npm run packs`",
      "```",
      "npm run pack",
      "npm run pack -w packages/his",
      "npm run x -w packages/none",
      "```",
    );
    expect(commandProblems(wrong, scripts).map(problemText)).toEqual([
      "docs/one.md:1: no such npm script: packs",
      "docs/one.md:4: no such npm script in packages/his: pack",
      "docs/one.md:5: no such workspace: packages/none",
    ]);
  });

  it("are read of this repository", () => {
    expect(readNpmScripts(root).get("packages/elements")?.has("gallery")).toBe(true);
    expect(readNpmScripts(root).get("")?.has("docs")).toBe(true);
  });
});
