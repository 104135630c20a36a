import type { Guide, Sample } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";

/** Source to compile, and where in the guides its lines come from. */
export interface SourceOfSample {
  readonly file: string;
  /** The line of the guide on which the first line of the sample stands. */
  readonly line: number;
  /** Lines before the sample in `source`. */
  readonly offset: number;
  readonly extension: "ts" | "tsx" | "js";
  readonly source: string;
}

/** Read as they are, and not compiled: commands are looked at elsewhere. */
const PLAIN = new Set(["", "sh", "text", "reg", "xml", "http", "vue", "svelte", "css"]);
const COMPILED: Readonly<Record<string, SourceOfSample["extension"]>> = {
  ts: "ts",
  tsx: "tsx",
  js: "js",
};
const MODULE = /<script type="module">([\s\S]*?)<\/script>/g;
const ELEMENT = /<(cadre-[a-z-]+)/g;

const asModule = (sample: Sample, file: string, extension: SourceOfSample["extension"]): SourceOfSample => {
  const before = `export {};\n${sample.assumes === "" ? "" : `${sample.assumes}\n`}`;
  return {
    file,
    line: sample.line,
    offset: before.split("\n").length - 1,
    extension,
    source: `${before}${sample.code}`,
  };
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length - 1;

/** Scripts of a page, each a module of its own. The page loads the elements by a script that is no part of the sample. */
const scriptsOf = (sample: Sample, file: string): SourceOfSample[] =>
  [...sample.code.matchAll(MODULE)].map((match) => {
    const code = (match[1] ?? "").replace(/^\n/, "");
    const start = match.index + match[0].indexOf(code);
    const line = sample.line + lineAt(sample.code, start);
    return asModule(
      { ...sample, code, line, assumes: `import "@cadre-care/elements/define/all";\n${sample.assumes}` },
      file,
      "js",
    );
  });

/** What of the guides' samples is to be compiled. */
export const sourcesOf = (guides: readonly Guide[]): SourceOfSample[] =>
  guides.flatMap(({ file, samples }) =>
    samples.flatMap((sample) => {
      // A copy is compiled where its file stands.
      if (sample.copyOf !== undefined) return [];
      if (sample.language === "html") return scriptsOf(sample, file);
      const extension = COMPILED[sample.language];
      return extension === undefined ? [] : [asModule(sample, file, extension)];
    }),
  );

const jsonProblem = (code: string): string | undefined => {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Samples in a language that nobody checks, JSON that is none, and elements in HTML that there are not. */
export const sampleProblems = (guides: readonly Guide[], elements: ReadonlySet<string>): DocsProblem[] =>
  guides.flatMap(({ file, samples }) =>
    samples.flatMap(({ language, code, line }): DocsProblem[] => {
      if (language === "json") {
        const message = jsonProblem(code);
        return message === undefined ? [] : [{ file, line, message: `not JSON: ${message}` }];
      }
      if (language in COMPILED || PLAIN.has(language) || language === "html")
        return [...code.matchAll(ELEMENT)]
          .filter((match) => !elements.has(match[1] ?? ""))
          .map((match) => ({
            file,
            line: line + lineAt(code, match.index),
            message: `no such element: ${match[1]}`,
          }));
      return [{ file, line, message: `sample in a language that is not checked: ${language}` }];
    }),
  );
