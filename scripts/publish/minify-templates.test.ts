import { expect, it } from "vitest";
import { minifyTemplates } from "./minify-templates.mjs";

const minified = async (code: string): Promise<string | undefined> =>
  (await minifyTemplates().transform(code, "some.ts"))?.code;

it("leaves shapes of an icon beside each other", async () => {
  const icon = 'icon(svg`\n  <circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>\n`)';
  expect(await minified(icon)).toMatch(/r="9" ?\/><path d="M8 12h8" ?\/>/);
});

it("drops white space and comments for readers", async () => {
  expect(await minified("css`\n  /* why */\n  :host {\n    color: red;\n  }\n`")).toBe(
    "css`:host{color:red}`",
  );
  expect(await minified("html`\n  <p>\n    <b>a</b>\n  </p>\n`")).toBe("html`<p><b>a</b></p>`");
});

it("has nothing to do where there is no template", async () => {
  expect(await minified("const a = 1;")).toBeUndefined();
});
