import { describe, expect, it } from "vitest";
import { readWebExtReport } from "./web-ext-report.mjs";

const zod =
  'const allows = once(() => {\n\tif (config.jitless || typeof navigator < "u" && navigator?.userAgent?.includes("Cloudflare")) return !1;\n\ttry {\n\t\treturn Function(""), !0;\n';
const lit = "static createElement(e,t){let n=L.createElement(`template`);return n.innerHTML=e,n}";

const ucum = [
  "if(t.isIntegerUnit(c))r=c+a,this.retMsg_.push(`The annotation $",
  "{a} before the ``$",
  "{c} is invalid.`)",
].join("");

const warning = (code: string, text: string, needle: string) => {
  const before = text.slice(0, text.indexOf(needle)).split("\n");
  const found = {
    _type: "warning",
    code,
    message: "unsafe",
    file: "background.js",
    line: before.length,
    column: before.at(-1)?.length,
  };
  return readWebExtReport(JSON.stringify({ errors: [], warnings: [found] }), () => text);
};

describe("readWebExtReport", () => {
  it("is empty for a clean build", () => {
    expect(readWebExtReport('noise\n{"errors":[],"warnings":[]}', () => "")).toEqual([]);
  });

  it("knows zod's question and Lit's templates", () => {
    expect(warning("DANGEROUS_EVAL", zod, 'Function("")')).toEqual([]);
    expect(warning("UNSAFE_VAR_ASSIGNMENT", lit, "n.innerHTML")).toEqual([]);
  });

  it("knows the message of FHIRPath's unit library that no linter can parse", () => {
    expect(warning("UNSAFE_VAR_ASSIGNMENT", ucum, "`The annotation")).toEqual([]);
  });

  it("lets no other eval and no other innerHTML pass", () => {
    const ours = `${" ".repeat(600)}element.innerHTML = answer; Function(answer);`;
    expect(warning("UNSAFE_VAR_ASSIGNMENT", lit + ours, "element.innerHTML")).toEqual([
      "warning UNSAFE_VAR_ASSIGNMENT in background.js:1: unsafe",
    ]);
    expect(warning("DANGEROUS_EVAL", zod + ours, "Function(answer)")).toHaveLength(1);
    expect(warning("DANGEROUS_EVAL", "new Function(body)", "new Function")).toHaveLength(1);
  });

  it("never excuses an error or a warning about the manifest", () => {
    const found = { _type: "error", code: "DANGEROUS_EVAL", message: "no", file: "a.js", line: 1, column: 0 };
    const manifest = { _type: "warning", code: "MANIFEST", message: "old", file: "manifest.json" };
    expect(readWebExtReport(JSON.stringify({ errors: [found], warnings: [manifest] }), () => zod)).toEqual([
      "error DANGEROUS_EVAL in a.js:1: no",
      "warning MANIFEST in manifest.json: old",
    ]);
  });
});
