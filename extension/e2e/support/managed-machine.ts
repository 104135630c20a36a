import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { BrowserKind } from "../harness/browser-session.ts";
import type { Workday } from "./workday.ts";

/** Where Chromium on Linux looks for what a machine's administrator says; it follows changes while it runs. */
const CHROMIUM_POLICIES = "/etc/chromium/policies/managed";

const geckoManifest = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }),
});

/** The administrator of the machine that a browser runs on. */
export interface ManagedMachine {
  /** Environment of a browser on this machine. */
  readonly env: Readonly<Record<string, string>>;
  /** Puts this into the extension's managed storage; undefined: there is none. Firefox takes it at its next start. */
  say(workday: Workday, stored: Readonly<Record<string, unknown>> | undefined): void;
  /** Leaves the machine as it was. */
  remove(): void;
}

/** In one step: a browser that looks at a file half written would take it for none. */
const put = (file: string, content: unknown): void => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(dirname(file)), `.${process.pid}.draft`);
  writeFileSync(draft, JSON.stringify(content));
  renameSync(draft, file);
};

/** Each demo build has a Chromium id of its own, so that other browsers of this machine hear nothing. */
const chromiumMachine = (): ManagedMachine => {
  let file: string | undefined;
  const remove = (): void => {
    if (file !== undefined) rmSync(file, { force: true });
  };
  mkdirSync(CHROMIUM_POLICIES, { recursive: true });
  return {
    env: {},
    say({ session }, stored) {
      const id = new URL(session.extensionOrigin).host;
      file = join(CHROMIUM_POLICIES, `cadre-care-${id}.json`);
      if (stored === undefined) remove();
      else put(file, { "3rdparty": { extensions: { [id]: stored } } });
    },
    remove,
  };
};

/** A home folder of its own, in which Firefox looks for native manifests. */
const firefoxMachine = (): ManagedMachine => {
  const home = mkdtempSync(join(tmpdir(), "cadre-care-home-"));
  return {
    env: { HOME: home },
    say({ demo }, stored) {
      const manifest: unknown = JSON.parse(
        readFileSync(join(demo.extensionDirs.firefox, "manifest.json"), "utf8"),
      );
      const name = geckoManifest.parse(manifest).browser_specific_settings.gecko.id;
      const file = join(home, ".mozilla", "managed-storage", `${name}.json`);
      if (stored === undefined) rmSync(file, { force: true });
      else put(file, { name, description: "Cadre Care", type: "storage", data: stored });
    },
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
};

export const managedMachine = (kind: BrowserKind): ManagedMachine =>
  kind === "chromium" ? chromiumMachine() : firefoxMachine();
