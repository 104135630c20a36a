import { writeFileSync } from "node:fs";
import { startDemo } from "../../scripts/demo/start-demo.ts";

const demo = await startDemo({
  csp: "strict",
  dataDir: "/tmp/probe/demo-board",
  outDir: "/tmp/probe/demo-site",
  ports: { board: 8087, jqgrid: 8091, react: 8092 },
});
writeFileSync(
  "/tmp/probe/demo.json",
  JSON.stringify({ boardUrl: demo.boardUrl, hisUrls: demo.hisUrls, extensionDirs: demo.extensionDirs }),
);
console.log("demo up");
setInterval(() => undefined, 1000);
