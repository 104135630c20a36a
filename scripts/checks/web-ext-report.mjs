/**
 * Three warnings come from libraries, and cannot run or cannot hurt:
 * zod asks once whether `Function` works (our `jitless` answers before; the extension's CSP would refuse it); Lit parses its
 * compiled templates, which never hold a value, through `innerHTML` of a `<template>`; and FHIRPath's UCUM library has two
 * back ticks too many in a message about a malformed unit, which the linter cannot parse. Nothing is written there.
 */
const LIBRARY_CODE = {
  DANGEROUS_EVAL: [/jitless[\s\S]{0,250}Cloudflare[\s\S]{0,120}Function\(["'`]{2}\)/],
  UNSAFE_VAR_ASSIGNMENT: [
    /static createElement\([\s\S]{0,120}createElement\(["'`]template["'`]\);[\s\S]{0,20}\.innerHTML\s*=/,
    /retMsg_\.push\(`The annotation \$\{\w+\} before the ``\$\{\w+\}/,
  ],
};

/** @param {string} text @param {number} line from 1 @param {number} column */
const around = (text, line, column) => {
  const start =
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + column;
  return text.slice(Math.max(0, start - 450), start + 80);
};

/**
 * What stands against a build, from `web-ext lint --output json`.
 * @param {string} json
 * @param {(file: string) => string} read text of a file of the build
 * @returns {string[]} one line each; empty when the build is clean
 */
export const readWebExtReport = (json, read) => {
  const report = JSON.parse(json.slice(json.indexOf("{")));
  const isLibrary = ({ code, file, line, column }) =>
    code in LIBRARY_CODE &&
    file &&
    line &&
    LIBRARY_CODE[code].some((known) => known.test(around(read(file), line, column ?? 0)));
  return [...report.errors, ...report.warnings.filter((warning) => !isLibrary(warning))].map(
    ({ _type, code, message, file, line }) =>
      `${_type} ${code} in ${file ?? "?"}${line ? `:${line}` : ""}: ${message}`,
  );
};
