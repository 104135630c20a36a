import type { Guide } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";

/** The scripts of the root (`""`) and of each workspace, by its folder. */
export type ScriptsOfFolders = ReadonlyMap<string, ReadonlySet<string>>;

const COMMAND = /\bnpm (?:run(?: --?[\w-]+)* ([\w:-]+)|(start|test)\b)([^\n`|]*)/g;
const WORKSPACE = /(?:-w|--workspace)[ =]([\w./@-]+)/;

const wrongCommand = (scripts: ScriptsOfFolders, match: RegExpMatchArray): string | undefined => {
  const name = match[1] ?? match[2] ?? "";
  const rest = (match[3] ?? "").split(" -- ")[0] ?? "";
  const folder = WORKSPACE.exec(rest)?.[1] ?? "";
  const known = scripts.get(folder);
  if (known === undefined) return `no such workspace: ${folder}`;
  return known.has(name) ? undefined : `no such npm script${folder && ` in ${folder}`}: ${name}`;
};

/** `npm run X` in a sample or within a line, where there is no script X. */
export const commandProblems = (guides: readonly Guide[], scripts: ScriptsOfFolders): DocsProblem[] =>
  guides.flatMap(({ file, mentions, samples }) =>
    [
      ...mentions,
      ...samples.flatMap(({ code, line }) =>
        code.split("\n").map((text, index) => ({ text, line: line + index })),
      ),
    ].flatMap(({ text, line }) =>
      [...text.matchAll(COMMAND)].flatMap((match) => {
        const message = wrongCommand(scripts, match);
        return message === undefined ? [] : [{ file, line, message }];
      }),
    ),
  );
