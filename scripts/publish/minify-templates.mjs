import { minifyHTMLLiterals } from "minify-literals";

/** Shapes of SVG are closed where they end: without the slash the next one would lie inside, and not be drawn. */
const minifyOptions = { keepClosingSlash: true };

/** Rollup plugin: white space and comments inside `html` and `css` templates are for readers of the source only. */
export const minifyTemplates = () => ({
  name: "minify-templates",
  async transform(code, id) {
    if (!/\b(?:html|svg|css)`/.test(code)) return null;
    const minified = await minifyHTMLLiterals(code, { fileName: id, minifyOptions });
    return minified === null ? null : { code: minified.code, map: minified.map ?? null };
  },
});
