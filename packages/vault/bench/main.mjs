// npm run bench -w packages/vault [-- --only directory|growth|queue] [flags of that one]
const args = process.argv.slice(2);
const place = args.indexOf("--only");
const only = place < 0 ? undefined : args.splice(place, 2)[1];
const known = ["directory", "growth", "queue"];
if (only !== undefined && !known.includes(only)) throw new Error(`--only ${known.join("|")}`);

if (only === undefined || only === "directory") {
  process.argv.splice(2, process.argv.length, ...args);
  await import("./run.mjs");
}
if (only === undefined || only === "growth") {
  const { growth } = await import("./growth.mjs");
  await growth(only === undefined ? [] : args);
}
if (only === undefined || only === "queue") {
  const { queue } = await import("./queue/run.mjs");
  await queue(only === undefined ? [] : args);
}
