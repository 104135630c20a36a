import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type HisOptions, type RunningHis, serveHis } from "@cadre-care/example-his-common";
import { SEED } from "../people.ts";
import { answer } from "./data-service.ts";

export type { HisOptions, RunningHis } from "@cadre-care/example-his-common";

const { resolve } = createRequire(import.meta.url);
const installed = (file: string): string => dirname(resolve(file));

/**
 * jQuery 1.11, jQuery UI and jqGrid write HTML with inline style attributes and assign it as text, so the strict policy
 * allows inline styles, and Trusted Types pass through the site's own default policy (js/trusted-types.js), which is
 * what a hospital that hardens an old HIS does. Scripts come from the site's own files alone.
 */
const STRICT =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; " +
  "require-trusted-types-for 'script'; trusted-types default";

/** Starts the jQuery hospital: reception grid inside nested iframes. @throws Error when the port is taken. */
export const startHis = (options: HisOptions): Promise<RunningHis> =>
  serveHis(
    {
      seed: SEED,
      contentSecurityPolicy: STRICT,
      folders: {
        "/": fileURLToPath(new URL("../../web", import.meta.url)),
        "/lib/jquery/": installed("jquery"),
        "/lib/jquery-ui/": installed("jquery-ui-dist/jquery-ui.js"),
        "/lib/jquery-ui-redmond/": installed("jquery-ui-themes/themes/redmond/jquery-ui.css"),
        "/lib/jqgrid/": join(installed("free-jqgrid"), ".."),
      },
      home: "/main/manager.html?func=../tiepnhan/danh-sach",
      routes: false,
      answer,
    },
    options,
  );
