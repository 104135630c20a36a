import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { Guide } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";

const ELSEWHERE = /^(https?|mailto):/;

/** The file and the anchor that a link in `file` leads to; `undefined` for other sites. */
export const targetOf = (
  file: string,
  href: string,
): { readonly file: string; readonly anchor: string } | undefined => {
  if (ELSEWHERE.test(href)) return undefined;
  const [path = "", anchor = ""] = decodeURI(href).split("#");
  return { file: path === "" ? file : posix.join(posix.dirname(file), path), anchor };
};

/** Links to files that are not there, and to headings that are not. `root`: the folder of the repository. */
export const linkProblems = (guides: readonly Guide[], root: string): DocsProblem[] =>
  guides.flatMap((guide) =>
    guide.links.flatMap(({ href, line }) => {
      const target = targetOf(guide.file, href);
      if (target === undefined) return [];
      const problem = (message: string): DocsProblem[] => [{ file: guide.file, line, message }];
      if (target.file.startsWith("../") || !existsSync(posix.join(root, target.file)))
        return problem(`no such file: ${href}`);
      if (target.anchor === "") return [];
      const other = guides.find(({ file }) => file === target.file);
      if (other === undefined) return problem(`anchor in a file that is no page: ${href}`);
      return other.headings.some(({ anchor }) => anchor === target.anchor)
        ? []
        : problem(`no heading with this anchor: ${href}`);
    }),
  );

/** Pictures that are not there, and pictures without words for who does not see them. */
export const pictureProblems = (guides: readonly Guide[], root: string): DocsProblem[] =>
  guides.flatMap(({ file, pictures }) =>
    pictures.flatMap(({ source, alternative, line }) => {
      const path = posix.join(posix.dirname(file), decodeURI(source));
      return [
        ...(existsSync(posix.join(root, path))
          ? []
          : [{ file, line, message: `no such picture: ${source}` }]),
        ...(alternative.trim().length > 3
          ? []
          : [{ file, line, message: `picture without a text: ${source}` }]),
      ];
    }),
  );
