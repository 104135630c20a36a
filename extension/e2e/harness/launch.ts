import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { z } from "zod";
import { findChromium, findFirefox } from "../../../scripts/browsers.mjs";
import { type BrowserKind, BrowserSession, type LaunchOptions } from "./browser-session.ts";

const VIEWPORT = { width: 1280, height: 860 };

const CHROMIUM_ARGUMENTS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  // Redrawing part of a tile shades the corners of what it cuts otherwise than redrawing all of it: pictures of one page then differ.
  "--disable-partial-raster",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--hide-crash-restore-bubble",
  "--lang=vi",
];

/** The address that Firefox gives the extension's pages in these tests; otherwise it is drawn at random. */
const FIREFOX_UUID = "5c3b1f0e-7d24-4a6b-9e15-0c2d8a4b6f31";

const firefoxManifest = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }),
});

const required = (path: string | undefined, name: string): string => {
  if (path === undefined) throw new Error(`no ${name} on this machine`);
  return path;
};

/**
 * Real Chromium with an unpacked extension. The id follows from the manifest's `key` or the folder's path, so a second
 * launch on the same profile finds the extension's storage again.
 */
export const launchChromium = async (options: LaunchOptions): Promise<BrowserSession> => {
  mkdirSync(options.profileDir, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: required(findChromium(), "Chromium"),
    userDataDir: options.profileDir,
    pipe: true,
    headless: true,
    enableExtensions: true,
    defaultViewport: options.viewport ?? VIEWPORT,
    protocolTimeout: 120_000,
    env: { ...process.env, ...options.env },
    args: [...CHROMIUM_ARGUMENTS, ...(options.args ?? [])],
  });
  const id = options.extensionDir === undefined ? "" : await browser.installExtension(options.extensionDir);
  return new BrowserSession("chromium", browser, id === "" ? "" : `chrome-extension://${id}`);
};

/**
 * Real Firefox with a temporarily installed extension. It is installed anew at every launch; id and uuid are pinned, so
 * that its storage is found again, and the storage is kept when Firefox takes the temporary extension away at its end.
 */
export const launchFirefox = async (options: LaunchOptions): Promise<BrowserSession> => {
  mkdirSync(options.profileDir, { recursive: true });
  const id =
    options.extensionDir === undefined
      ? undefined
      : firefoxManifest.parse(JSON.parse(readFileSync(join(options.extensionDir, "manifest.json"), "utf8")))
          .browser_specific_settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: required(findFirefox(), "Firefox"),
    userDataDir: options.profileDir,
    headless: true,
    defaultViewport: options.viewport ?? VIEWPORT,
    protocolTimeout: 120_000,
    env: { ...process.env, ...options.env },
    args: ["--remote-allow-system-access", ...(options.args ?? [])],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify(id === undefined ? {} : { [id]: FIREFOX_UUID }),
      "extensions.webextensions.keepStorageOnUninstall": true,
      "extensions.webextensions.keepUuidOnUninstall": true,
      "intl.accept_languages": "vi,en",
    },
  });
  if (options.extensionDir !== undefined) await browser.installExtension(options.extensionDir);
  return new BrowserSession("firefox", browser, id === undefined ? "" : `moz-extension://${FIREFOX_UUID}`);
};

/** Either browser by name. */
export const launch = (kind: BrowserKind, options: LaunchOptions): Promise<BrowserSession> =>
  kind === "chromium" ? launchChromium(options) : launchFirefox(options);
