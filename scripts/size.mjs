// npm run size [-- NAME…]: bytes of script that a page loads for each published entry, Lit included, FHIRPath not
// (it is loaded when a form has an expression). `size/NAME` is what a page loads at its start; `size/NAME/later` is what
// it loads when it needs it: English, and parts that most pages never show.
// npm run size -- --modules NAME: from which modules the bytes at the start are, largest first: in gzip what the script
// would have less without the module, then its own bytes, minified.
// npm run size -- --write: keeps the figures that a test holds later changes to.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { entrySize, publishedEntries } from "./size/entry-size.mjs";
import { moduleSizes } from "./size/module-sizes.mjs";

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const writes = process.argv.includes("--write");
const tells = process.argv.includes("--modules");
const repository = fileURLToPath(new URL("..", import.meta.url));
const directory = fileURLToPath(new URL("../packages/elements/src/define", import.meta.url));
const entries = publishedEntries(directory).filter(
  ({ name }) => writes || wanted.length === 0 || wanted.includes(name),
);
if (entries.length === 0) throw new Error(`no such entry: ${wanted.join(", ")}`);

const kilobytes = (bytes) => `${Number((bytes / 1000).toFixed(1))} kB`;
const kept = {};

for (const { name, file } of entries) {
  const { raw, gzip, later, rendered } = await entrySize(file);
  kept[name] = gzip;
  console.log(`figure size/${name} ${kilobytes(gzip)}`);
  console.log(`figure size/${name}/raw ${kilobytes(raw)}`);
  console.log(`figure size/${name}/later ${kilobytes(later.gzip)}`);
  if (!tells) continue;
  for (const module of await moduleSizes(rendered))
    console.log(`${module.gzip} of ${module.raw} bytes ${relative(repository, module.id)}`);
}
if (writes)
  writeFileSync(new URL("size/kept-sizes.json", import.meta.url), `${JSON.stringify(kept, null, 2)}\n`);
