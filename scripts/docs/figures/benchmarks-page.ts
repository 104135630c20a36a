import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DocsProblem } from "../guide/problem.ts";
import { type Figures, figuresSchema } from "./figures-file.ts";
import { figuresMarkdown } from "./figures-markdown.ts";

const PAGE = "docs/benchmarks.md";
const FIGURES = "docs/figures.json";
const MARK = "<!-- from figures.json: npm run docs:figures writes what follows -->\n";

export const readFigures = (root: string): Figures =>
  figuresSchema.parse(JSON.parse(readFileSync(join(root, FIGURES), "utf8")));

const pageWith = (text: string, figures: Figures): string =>
  `${text.split(MARK)[0] ?? ""}${MARK}\n${figuresMarkdown(figures)}`;

/** Writes the figures, and the tables of docs/benchmarks.md from them. */
export const writeFigures = (root: string, figures: Figures): void => {
  writeFileSync(join(root, FIGURES), `${JSON.stringify(figures, null, 2)}\n`);
  const page = join(root, PAGE);
  writeFileSync(page, pageWith(readFileSync(page, "utf8"), figures));
};

/** The tables must be those of the figures: nobody writes a figure by hand. */
export const figureProblems = (root: string): DocsProblem[] => {
  const text = readFileSync(join(root, PAGE), "utf8");
  if (text === pageWith(text, readFigures(root))) return [];
  const line = text.slice(0, text.indexOf(MARK)).split("\n").length;
  return [{ file: PAGE, line, message: "not what docs/figures.json says: run npm run docs:figures" }];
};
