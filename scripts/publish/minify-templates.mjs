import { minifyHTMLLiterals } from "minify-literals";

/** Rollup plugin: white space and comments inside `html` and `css` templates are for readers of the source only. */
export const minifyTemplates = () => ({
  name: "minify-templates",
  async transform(code, id) {
    if (!/\b(?:html|svg|css)`/.test(code)) return null;
    const minified = await minifyHTMLLiterals(code, { fileName: id });
    return minified === null ? null : { code: minified.code, map: minified.map ?? null };
  },
});
