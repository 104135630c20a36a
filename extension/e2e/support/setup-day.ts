import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningHis } from "@cadre-care/example-his-common";
import { startFixtures } from "@cadre-care/example-his-fixtures";
import type { Page } from "puppeteer-core";
import { z } from "zod";
import { packSetup } from "../../build/pack-site.ts";
import { matchPattern } from "../../src/match-pattern.ts";
import { type BrowserKind, type BrowserSession, eventually, launch } from "../harness/index.ts";

/** IT's machine: a browser with the setup build, and the example pages. */
export interface SetupDay {
  readonly session: BrowserSession;
  readonly his: RunningHis;
  readonly folder: string;
  /** Opens the wizard for the tab of `page`, in a tab of its own where a test can reach it in both browsers. */
  wizardFor(page: Page): Promise<Page>;
  end(): Promise<void>;
}

const manifestSchema = z.looseObject({ permissions: z.array(z.string()) });

/** The build with this origin allowed, as after the browser's own question, which no driver can answer. */
const allow = (extension: string, origin: string): void => {
  const file = join(extension, "manifest.json");
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [matchPattern(origin)] }));
};

/** `allowed` false: nothing was allowed yet, as on the first day. */
export const startSetupDay = async (kind: BrowserKind, allowed = true): Promise<SetupDay> => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-care-setup-"));
  const his = await startFixtures(0);
  const packed = await packSetup({
    out: join(folder, "build"),
    key: join(folder, "setup-key.pem"),
    geckoId: "setup@cadre-care.example",
    version: "1.0.0",
  });
  if (allowed) allow(packed.folders[kind], his.url);
  const session = await launch(kind, {
    extensionDir: packed.folders[kind],
    profileDir: join(folder, "profile"),
  });
  return {
    session,
    his,
    folder,
    wizardFor: async (page) => {
      const address = page.url();
      const wizard = await session.extensionPage("setup/wizard/wizard.html");
      // Which number the browser gave the tab, only the extension can say.
      const tab = await eventually("the tab's number", () =>
        wizard.evaluate(async (sought) => {
          const api: unknown = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
          const tabs: { id: number; url?: string }[] = await (
            api as { tabs: { query(what: object): Promise<{ id: number; url?: string }[]> } }
          ).tabs.query({});
          return tabs.find(({ url }) => url === sought)?.id;
        }, address),
      );
      await wizard.close();
      return session.extensionPage(`setup/wizard/wizard.html?tab=${tab}`);
    },
    end: async () => {
      await session.close();
      await his.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
