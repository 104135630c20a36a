import highlighter from "highlight.js/lib/core";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";

const LANGUAGES = { ini, javascript, json, typescript, xml };
for (const [name, language] of Object.entries(LANGUAGES)) highlighter.registerLanguage(name, language);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  html: "xml",
  vue: "xml",
  svelte: "xml",
  reg: "ini",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  ts: "typescript",
  tsx: "typescript",
};

/** A code sample as HTML with classes; `undefined` where the language has no colours here. */
export const highlighted = (code: string, language: string): string | undefined => {
  const name = OTHER_NAMES[language] ?? language;
  return name in LANGUAGES ? highlighter.highlight(code, { language: name }).value : undefined;
};
