// npm run docs:figures [-- FILE… [--date YYYY-MM-DD] [--note TEXT] [--command TEXT]]: takes the `figure` and `ratio` lines of
// runs' outputs into docs/figures.json and writes the tables of docs/benchmarks.md. Without a file: the tables alone.
import { readFileSync, statSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readFigures, writeFigures } from "./benchmarks-page.ts";
import { withRun } from "./figures-file.ts";
import { readRun } from "./read-run.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: "string" }, note: { type: "string" }, command: { type: "string" } },
});

const machine = [
  `${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
  ...(values.note === undefined ? [] : [values.note]),
].join(", ");

let figures = readFigures(root);
for (const file of positionals) {
  const { command, measured } = readRun(readFileSync(file, "utf8"));
  if (measured.length === 0) throw new Error(`no figure in ${file}`);
  const date = values.date ?? statSync(file).mtime.toISOString().slice(0, 10);
  const named = values.command ?? command;
  if (named === "") throw new Error(`${file} does not name its command: say it with --command`);
  figures = withRun(figures, { command: named, date, machine, measured: [...measured] });
  console.log(`${named}: ${measured.length} figures of ${date}`);
}
writeFigures(root, figures);
