import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { figureProblems } from "../figures/benchmarks-page.ts";
import type { Guide } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";
import { commandProblems } from "./commands.ts";
import { compileProblems } from "./compile-samples.ts";
import { copyProblems } from "./copies.ts";
import { linkProblems, pictureProblems } from "./links.ts";
import { mentionProblems } from "./mentions.ts";
import { readNpmScripts } from "./npm-scripts.ts";
import { sampleProblems, sourcesOf } from "./samples.ts";
import { translationProblems } from "./translations.ts";

const DEFINED_IN = ["packages/elements/src/define", "packages/portal/src/define"];

/** The tags that our packages define. */
const elementTags = (root: string): ReadonlySet<string> =>
  new Set(
    DEFINED_IN.flatMap((folder) => readdirSync(join(root, folder)))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `cadre-${basename(name, ".ts")}`),
  );

/** Everything that can be wrong in the guides: links, pictures, files and commands named, samples. */
export const allProblems = (guides: readonly Guide[], root: string): DocsProblem[] => [
  ...guides.flatMap(({ problems }) => problems),
  ...linkProblems(guides, root),
  ...pictureProblems(guides, root),
  ...mentionProblems(guides, root),
  ...commandProblems(guides, readNpmScripts(root)),
  ...sampleProblems(guides, elementTags(root)),
  ...copyProblems(guides, root),
  ...translationProblems(guides),
  ...figureProblems(root),
  ...compileProblems(sourcesOf(guides), root),
];
