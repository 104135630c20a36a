import { rm } from "node:fs/promises";
import { type HisOptions, type RunningHis, serveHis } from "@cadre-care/example-his-common";
import { SEED } from "../people.ts";
import { buildPages } from "./build-pages.ts";
import { answer } from "./data-service.ts";

export type { HisOptions, RunningHis } from "@cadre-care/example-his-common";

/** React sets styles through the CSSOM and text as text, so this HIS bears the strictest policy, Trusted Types included. */
const STRICT =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** Builds and starts the React hospital. @throws Error when the port is taken or the pages do not compile. */
export const startHis = async (options: HisOptions): Promise<RunningHis> => {
  const pages = await buildPages();
  const remove = () => rm(pages, { recursive: true, force: true });
  try {
    const his = await serveHis(
      {
        seed: SEED,
        contentSecurityPolicy: STRICT,
        folders: { "/": pages },
        home: "/index.html",
        routes: true,
        answer,
      },
      options,
    );
    return {
      ...his,
      stop: async () => {
        await his.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
};
