import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type BrowserSession, eventually, launch } from "../../extension/e2e/harness/index.ts";
import { type Listening, listening } from "../../extension/e2e/harness/listening.ts";
import { browsersUnderTest } from "../../extension/e2e/support/browsers.ts";
import { readGuides } from "./guide/read-guides.ts";
import { readElements } from "./reference/manifest.ts";
import { siteServer } from "./serve.ts";
import { buildSite } from "./site/build-site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const folder = mkdtempSync(join(tmpdir(), "docs-site-"));
const site = join(folder, "site");
/** Some folder of some server: the site must not care. */
const BASE = "/care/docs";
/** One page of each kind: start, with pictures, with samples, with long tables, with elements, both languages. */
const KINDS = [
  "index",
  "le-tan",
  "en/it",
  "board-operator",
  "forms-conformance",
  "benchmarks",
  "elements",
  "live",
];
/** The pages are the same in every browser; one of those under test draws them. */
const [kind = "chromium"] = browsersUnderTest();

let server: Listening;
let session: BrowserSession;
let tab: Page;
const complaints: string[] = [];

beforeAll(async () => {
  await buildSite({ root, out: site, guides: readGuides(root), elements: await readElements() });
  server = await listening(siteServer(site, BASE));
  session = await launch(kind, { profileDir: join(folder, "profile") });
  tab = await session.open(`${server.url}${BASE}/index.html`);
  tab.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) complaints.push(`${tab.url()}: ${message.text()}`);
  });
  tab.on("pageerror", (error) => complaints.push(`${tab.url()}: ${String(error)}`));
});
afterAll(async () => {
  await session?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (name: string) => tab.goto(`${server.url}${BASE}/${name}.html`, { waitUntil: "load" });

/** How many elements of the page are there but not upgraded, or have nothing drawn. */
const notDrawn = () =>
  tab.evaluate(() => {
    const elements = [...document.querySelectorAll("[data-live] > *")];
    const empty = elements.filter(({ shadowRoot }) => (shadowRoot?.childElementCount ?? 0) === 0);
    return elements.length === 0 ? -1 : empty.length;
  });

const settled = async (name: string): Promise<void> => {
  if (!name.endsWith("live")) return;
  await eventually("the live elements", async () => (await notDrawn()) === 0);
  await eventually("the form", () => tab.$("pierce/input[type=radio]"));
};

const foundSchema = z.object({ passes: z.number(), violations: z.array(z.string()) });

/** What axe finds in the page, and in how many rules it found nothing wrong. */
const accessibility = async (): Promise<z.infer<typeof foundSchema>> => {
  await tab.evaluate(axe.source);
  const found: unknown = await tab.evaluate(`axe.run().then(({ passes, violations }) => ({
    passes: passes.length,
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200))),
  }))`);
  return foundSchema.parse(found);
};

describe(`the documentation site in ${kind}`, () => {
  it.each(KINDS)("has nothing that axe complains of in the dark: %s", async (name) => {
    await open(name);
    await tab.select(".theme select", "dark");
    expect(await tab.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await settled(name);
    const { violations, passes } = await accessibility();
    expect(violations).toEqual([]);
    expect(passes).toBeGreaterThan(10);
  });

  it("has nothing that axe complains of in the light on any page, each with its title and the list of pages", async () => {
    const names = readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".html"))
      .map((file) => file.replace(/\.html$/, ""));
    expect(names.length).toBeGreaterThan(30);
    await open("index");
    await tab.select(".theme select", "light");
    for (const name of names) {
      const response = await open(name);
      expect(response?.status()).toBe(200);
      const seen = await tab.evaluate(() => ({
        titles: document.querySelectorAll("h1").length,
        pages: document.querySelectorAll(".pages li a").length,
      }));
      expect({ name, ...seen }).toEqual({ name, titles: 1, pages: names.length / 2 - 1 });
      await settled(name);
      const { violations, passes } = await accessibility();
      expect({ name, violations }).toEqual({ name, violations: [] });
      expect(passes).toBeGreaterThan(10);
    }
  });

  it("finds a page by Vietnamese words without marks, and opens it", async () => {
    await open("en/it");
    await tab.type(".search input", "bac si kham");
    await eventually("an answer", () => tab.$(".results li a"));
    const addresses = await tab.$$eval(".results li a", (links) =>
      links.map((link) => link.getAttribute("href") ?? ""),
    );
    expect(addresses.some((address) => address.startsWith("../en/bac-si.html"))).toBe(true);
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
    expect(new URL(tab.url()).pathname).toMatch(/^\/care\/docs\/en\/.+\.html$/);
  });

  it("lets the live elements speak the other language and take a scan", async () => {
    await open("live");
    await settled("live");
    const text = () =>
      tab.$eval("[data-live=scan] cadre-scan-input", (element) => element.shadowRoot?.textContent ?? "");
    expect(await text()).toContain("Quét");
    await tab.select("#live-language", "en");
    await eventually("English", async () => (await text()).includes("Scan"));
    const input = await eventually("the field", () => tab.$("[data-live=scan] >>> input"));
    await input.type("003061000123");
    await tab.keyboard.press("Enter");
    const answer = () =>
      tab.$eval(
        "[data-live=scan] cadre-scan-answer",
        (element) => element.shadowRoot?.textContent?.trim() ?? "",
      );
    await eventually("the answer", async () => (await answer()) !== "");
  });

  it("has nothing to say in the console", () => expect(complaints).toEqual([]));
});

describe("the files of the site", () => {
  it("lead nowhere that is not there, and to no other server for what they load", () => {
    const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".html"),
    );
    const pages = new Map(files.map((file) => [file, readFileSync(join(site, file), "utf8")]));
    const wrong: string[] = [];
    for (const [file, html] of pages)
      for (const [, attribute, value = ""] of html.matchAll(/ (href|src)="([^"]*)"/g)) {
        if (value.startsWith("data:")) continue;
        if (/^https?:/.test(value)) {
          if (attribute === "src") wrong.push(`${file}: ${value}`);
          continue;
        }
        const [path = "", anchor = ""] = decodeURI(value).split("#");
        const target = path === "" ? file : posix.join(posix.dirname(file), path);
        if (!existsSync(join(site, target))) wrong.push(`${file}: ${value}`);
        else if (anchor !== "" && !(pages.get(target) ?? "").includes(`id="${anchor}"`))
          wrong.push(`${file}: ${value}`);
      }
    expect(wrong).toEqual([]);
  });
});
