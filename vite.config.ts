import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { fetchBoardForms } from "./scripts/board-samples/fetch-board-forms.ts";
import { findChromium } from "./scripts/browsers.mjs";
import { isDroppedDriverCall } from "./scripts/checks/driver-noise.mjs";

const openWcStub = {
  // @open-wc/testing asks a dev server that is not there for its socket.
  find: /.*__web-dev-server__web-socket\.js$/,
  replacement: new URL("./scripts/web-dev-server-stub.mjs", import.meta.url).pathname,
};

/** A busy machine is no reason to fail; this only ends what hangs. */
const PATIENCE = 120_000;

const inChromium = (name: string, include: string[], viewport = { width: 1000, height: 700 }) => ({
  resolve: { alias: [openWcStub] },
  optimizeDeps: {
    include: [
      "@open-wc/testing",
      "axe-core",
      "lit",
      "lit/directives/class-map.js",
      "lit/directives/repeat.js",
      "lit/directives/live.js",
      "@lit/context",
      "zod",
      "zod/mini",
      "zod/v4/locales/vi.js",
      "idb",
      "hash-wasm",
      "fast-check",
      "comlink",
      "jose",
      "oauth4webapi",
      "fhirpath",
      "fhirpath/fhir-context/r4",
    ],
  },
  test: {
    name,
    include,
    globals: true,
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE / 4 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      commands: { boardForms: fetchBoardForms },
      provider: playwright({
        launchOptions: {
          executablePath: findChromium() ?? "chromium",
          args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
          ],
        },
      }),
      instances: [{ browser: "chromium" as const, viewport }],
    },
  },
});

/** Where a test runs follows from its name: `x.test.ts` in Node, `x.browser.test.ts` in a real browser, `x.board.test.ts` against real databases. */
export default defineConfig({
  test: {
    onUnhandledError: (error) => !isDroppedDriverCall(error),
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "extension/src/**/*.test.ts",
            "extension/build/**/*.test.ts",
            "extension/bench/**/*.test.ts",
            "examples/*/src/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: [
            "**/*.browser.test.ts",
            "**/*.board.test.ts",
            "**/*.e2e.test.ts",
            "**/*.long.test.ts",
            "**/node_modules/**",
          ],
          environment: "node",
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      inChromium("components", ["packages/*/src/**/*.browser.test.ts", "extension/src/**/*.browser.test.ts"]),
      {
        test: {
          name: "long",
          include: ["packages/*/src/**/*.long.test.ts"],
          environment: "node",
          testTimeout: 6 * 3_600_000,
        },
      },
      {
        test: {
          name: "board",
          include: ["packages/board-api/src/**/*.board.test.ts", "extension/e2e/**/*.board.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "extension",
          // The example HIS pages are read in Chromium alone: only there can a test ask a content script what it saw.
          include: [
            "extension/e2e/**/*.e2e.test.ts",
            "scripts/**/*.e2e.test.ts",
            ...(process.env.CADRE_BROWSERS === "firefox" ? [] : ["examples/*/fixtures/**/*.e2e.test.ts"]),
          ],
          environment: "node",
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
