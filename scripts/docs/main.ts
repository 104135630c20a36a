// npm run docs [-- --out DIR] [-- --serve [--port N]]: checks the guides, and builds the site from them.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createProgress } from "../progress.mjs";
import { allProblems } from "./checks/all-checks.ts";
import { problemText } from "./guide/problem.ts";
import { readGuides } from "./guide/read-guides.ts";
import { readElements } from "./reference/manifest.ts";
import { siteServer } from "./serve.ts";
import { buildSite } from "./site/build-site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(root, "dist", "docs") },
    serve: { type: "boolean", default: false },
    port: { type: "string", default: "8790" },
  },
});
const progress = createProgress();

const main = async (): Promise<void> => {
  const guides = readGuides(root);
  const problems = await progress.step("guides: links, files, commands, samples", async () =>
    allProblems(guides, root),
  );
  if (problems.length > 0) {
    for (const problem of problems) progress.line(problemText(problem));
    progress.line(`${problems.length} problems in the guides`);
    process.exitCode = 1;
    return;
  }
  const pages = await progress.step("site", async () =>
    buildSite({ root, out: values.out, guides, elements: await readElements() }),
  );
  progress.line(`${pages} pages in ${values.out}`);
  if (!values.serve) return;
  const port = Number(values.port);
  siteServer(values.out).listen(port, "127.0.0.1", () => progress.line(`http://127.0.0.1:${port}/`));
};

await main();
