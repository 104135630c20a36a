import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A file of an installed package, whether or not its `exports` names it. */
const installed = (path) => {
  const folders = ["../node_modules/", "../../../node_modules/"].map((folder) => here(folder));
  const folder = folders.find((folder) => existsSync(join(folder, path)));
  if (folder === undefined) throw new Error(`not installed: ${path}`);
  return readFileSync(join(folder, path));
};

/** As their documentation says: files for script tags, in this order. */
const LHC_SCRIPTS = ["zone", "runtime", "polyfills", "main", "fhir"];
const LHC = {
  zone: "lforms/dist/lforms/webcomponent/assets/lib/zone.min.js",
  runtime: "lforms/dist/lforms/webcomponent/runtime.js",
  polyfills: "lforms/dist/lforms/webcomponent/polyfills.js",
  main: "lforms/dist/lforms/webcomponent/main.js",
  fhir: "lforms/dist/lforms/fhir/R4/lformsFHIR.min.js",
};

/** What a page of each peer loads that is not built here: bytes of script are counted from it. */
export const PEER_SCRIPTS = {
  "lhc-forms": LHC_SCRIPTS.map((name) => installed(LHC[name])),
  surveyjs: ["survey-core/survey.core.min.js", "survey-js-ui/survey-js-ui.min.js"].map(installed),
};

const bundled = async (name) => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    base: `/${name}/`,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rollupOptions: {
        input: here(`in-page/${name}.ts`),
        output: { entryFileNames: "bench.js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  const { output } = Array.isArray(built) ? built[0] : built;
  return output
    .filter(({ type }) => type === "chunk")
    .map(({ fileName, code }) => [`/${name}/${fileName}`, code]);
};

const HEADS = {
  "lhc-forms": `<link rel=stylesheet href=/lhc/styles.css><script src=/lhc/zone.js></script>${LHC_SCRIPTS.slice(
    1,
  )
    .map((name) => `<script type=module src=/lhc/${name}.js></script>`)
    .join("")}`,
  surveyjs: "<link rel=stylesheet href=/survey-core.css>",
};

export const PEERS = ["ours", "lhc-forms", "surveyjs", "bare-dom"];

/** Serves a page for each peer, with the libraries out of node_modules. Its origin, and what ends it. */
export const servePages = async () => {
  const files = new Map([
    ["/lhc/styles.css", installed("lforms/dist/lforms/webcomponent/styles.css")],
    ["/survey-core.css", installed("survey-core/survey-core.fontless.min.css")],
    ...LHC_SCRIPTS.map((name) => [`/lhc/${name}.js`, installed(LHC[name])]),
  ]);
  for (const peer of PEERS) {
    for (const [path, code] of await bundled(peer)) files.set(path, code);
    files.set(
      `/${peer}`,
      `<!doctype html><html lang=vi><meta charset=utf-8><title>${peer}</title>${HEADS[peer] ?? ""}<script type=module src=/${peer}/bench.js></script>`,
    );
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://bench").pathname;
    const file = files.get(path);
    const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
    response.writeHead(file === undefined ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
      // For a clock of five microseconds.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(file);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
};
