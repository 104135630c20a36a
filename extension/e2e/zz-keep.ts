import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
import { startDemo } from "../../scripts/demo/start-demo.ts";
const demo = await startDemo({ csp: "strict", population: "ten" });
createServer((q, r) => { const p = new URL(q.url ?? "/", "http://x").searchParams.get("p") as "ten"; demo.his.react.admit(p); demo.his.jqgrid.admit(p); r.end("ok"); }).listen(18099, "127.0.0.1");
writeFileSync("/tmp/pbx/demo.json", JSON.stringify(demo));
console.log("ready");
