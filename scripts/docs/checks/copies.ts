import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guide } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";

/** The first line in which a sample and its file differ, counted from 0; undefined where they are the same. */
const firstDifference = (sample: string, file: string): number | undefined => {
  if (sample === file) return undefined;
  const lines = file.split("\n");
  return sample.split("\n").findIndex((text, index) => text !== lines[index]);
};

/** Samples that say which file of the repository they are (`<!-- file: PATH -->`), and are not. */
export const copyProblems = (guides: readonly Guide[], root: string): DocsProblem[] =>
  guides.flatMap(({ file, samples }) =>
    samples.flatMap(({ code, line, copyOf }): DocsProblem[] => {
      if (copyOf === undefined) return [];
      if (!existsSync(join(root, copyOf))) return [{ file, line, message: `no such file: ${copyOf}` }];
      const difference = firstDifference(code, readFileSync(join(root, copyOf), "utf8"));
      if (difference === undefined) return [];
      return [{ file, line: line + difference, message: `not as it stands in ${copyOf}` }];
    }),
  );
