// npm run size [-- NAME…]: bytes of script that a page loads for each published entry, Lit included, FHIRPath not
// (it is loaded when a form has an expression). `size/NAME` is what a page loads at its start; `size/NAME/later` is what
// it loads when it needs it: English, and parts that most pages never show.
// npm run size -- --write: keeps the figures that a test holds later changes to.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { entrySize, publishedEntries } from "./size/entry-size.mjs";

const wanted = process.argv.slice(2).filter((word) => word !== "--write");
const writes = process.argv.includes("--write");
const directory = fileURLToPath(new URL("../packages/elements/src/define", import.meta.url));
const entries = publishedEntries(directory).filter(
  ({ name }) => writes || wanted.length === 0 || wanted.includes(name),
);
if (entries.length === 0) throw new Error(`no such entry: ${wanted.join(", ")}`);

const kilobytes = (bytes) => `${Number((bytes / 1000).toFixed(1))} kB`;
const kept = {};

for (const { name, file } of entries) {
  const { raw, gzip, later } = await entrySize(file);
  kept[name] = gzip;
  console.log(`figure size/${name} ${kilobytes(gzip)}`);
  console.log(`figure size/${name}/raw ${kilobytes(raw)}`);
  console.log(`figure size/${name}/later ${kilobytes(later.gzip)}`);
}
if (writes)
  writeFileSync(new URL("size/kept-sizes.json", import.meta.url), `${JSON.stringify(kept, null, 2)}\n`);
