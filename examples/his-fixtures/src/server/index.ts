import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type RunningHis, serveHis } from "@cadre-care/example-his-common";
import { SEED } from "./fixture-people.ts";

export { codeOf, fixtureDay, fixturePeople, SEED } from "./fixture-people.ts";
export { type PageDates, type PageSettings, queryOf, USUAL_DATES } from "./page-settings.ts";

import { renderFile } from "./render-file.ts";

const { resolve } = createRequire(import.meta.url);
const installed = (file: string): string => dirname(resolve(file));

/** Where the profiles beside the fixtures say that the pages are. */
export const FIXTURES_PORT = 8093;

/** Serves all fixtures, each below its own address. @throws Error when the port is taken. */
export const startFixtures = (port: number): Promise<RunningHis> =>
  serveHis(
    {
      seed: SEED,
      contentSecurityPolicy: "",
      folders: {
        "/lib/jquery/": installed("jquery"),
        "/lib/jqgrid/": join(installed("free-jqgrid"), ".."),
        "/lib/datatables/": installed("datatables.net"),
        "/lib/select2/": join(installed("select2"), ".."),
        "/lib/slickgrid/": dirname(resolve("slickgrid/package.json")),
        "/lib/angular/": dirname(resolve("angular/package.json")),
        "/lib/vue/": join(dirname(resolve("vue/package.json")), "dist"),
      },
      home: "/",
      routes: false,
      answer: () => undefined,
      render: renderFile,
    },
    { port, csp: "none" },
  );
