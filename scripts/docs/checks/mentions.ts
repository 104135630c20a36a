import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { Guide } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";

const PATH = /(?<![\w/<@.])(?:packages|docs|examples|extension|scripts)\/[\w./-]*[\w-]/g;
/** What is built is there only afterwards. */
const BUILT = /(^|\/)(dist|node_modules)(\/|$)/;

const exists = (root: string, path: string): boolean =>
  existsSync(posix.join(root, path)) ||
  ["ts", "md"].some((end) => existsSync(posix.join(root, `${path}.${end}`)));

/** Files of the repository that a guide names and that are not there. A pattern (`*`) is not looked at. */
export const mentionProblems = (guides: readonly Guide[], root: string): DocsProblem[] =>
  guides.flatMap(({ file, mentions }) =>
    mentions.flatMap(({ text, line }) =>
      [...text.matchAll(PATH)]
        .filter(
          ({ 0: path, index }) => !BUILT.test(path) && !/^[/]?[*…{]/.test(text.slice(index + path.length)),
        )
        .filter(({ 0: path }) => !exists(root, path))
        .map(({ 0: path }) => ({ file, line, message: `no such file in the repository: ${path}` })),
    ),
  );
