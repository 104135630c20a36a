// npm run size [-- NAME…]: bytes of script that a page loads for each published entry, Lit included, FHIRPath not
// (it is loaded when a form has an expression).
import { fileURLToPath } from "node:url";
import { entrySize, publishedEntries } from "./size/entry-size.mjs";

const wanted = process.argv.slice(2);
const directory = fileURLToPath(new URL("../packages/elements/src/define", import.meta.url));
const entries = publishedEntries(directory).filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);
if (entries.length === 0) throw new Error(`no such entry: ${wanted.join(", ")}`);

const kilobytes = (bytes) => `${Number((bytes / 1000).toFixed(1))} kB`;

for (const { name, file } of entries) {
  const { raw, gzip } = await entrySize(file);
  console.log(`figure size/${name} ${kilobytes(gzip)}`);
  console.log(`figure size/${name}/raw ${kilobytes(raw)}`);
}
