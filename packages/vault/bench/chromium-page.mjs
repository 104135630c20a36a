import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build } from "vite";
import { findChromium } from "../../../scripts/browsers.mjs";

/** Builds one module of this folder for a page, as the global `bench`. */
const bundled = async (entry) => {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ["es"] },
    },
  });
  return output[0].code;
};

/** A page in a real Chromium with a module of this folder as `globalThis.bench`. */
export const openBenchPage = async (entry) => {
  const script = await bundled(entry);
  const server = createServer((request, response) => {
    const isScript = request.url === "/bench.js";
    response.writeHead(200, {
      "content-type": `${isScript ? "text/javascript" : "text/html"}; charset=utf-8`,
      // For a clock of five microseconds.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "credentialless",
    });
    response.end(
      isScript
        ? script
        : `<!doctype html><title>bench</title><script type=module>globalThis.bench = await import("/bench.js"); document.title = "ready";</script>`,
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("Chromium not found: set CHROME_PATH");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  const origin = `http://127.0.0.1:${server.address().port}`;
  await page.goto(origin);
  await page.waitForFunction(() => document.title === "ready");
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { page, origin, close };
};

export const figure = (name, value, unit) =>
  console.log(`figure ${name} ${Number(value.toFixed(2))} ${unit}`);
export const ratio = (name, value) => console.log(`ratio ${name} ${Number(value.toFixed(2))}`);

export const quantile = (times, part) =>
  [...times].sort((one, other) => one - other)[Math.floor((times.length - 1) * part)];
export const median = (times) => quantile(times, 0.5);
