import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright";
import { createServer } from "vite";
import type { Look, Tag } from "../../packages/elements/src/testing/looks/look.ts";
import { findChromium } from "../browsers.mjs";

/** How a sheet is drawn: what the gallery is asked for, and what the browser pretends. */
interface Theme {
  readonly query: Readonly<Record<string, string>>;
  readonly media?: NonNullable<Parameters<Page["emulateMedia"]>[0]>;
}

const THEMES: Readonly<Record<string, Theme>> = {
  light: { query: { theme: "light" } },
  dark: { query: { theme: "dark" } },
  "forced-colours": { query: { theme: "dark" }, media: { forcedColors: "active", colorScheme: "dark" } },
  compact: { query: { theme: "light", density: "compact" } },
  "200-percent": { query: { theme: "light", width: "640", letters: "32px" } },
  wide: { query: { theme: "light", width: "980" } },
  english: { query: { theme: "light", language: "en" } },
};

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "pictures" },
    element: { type: "string", multiple: true },
    theme: { type: "string", multiple: true },
  },
});
/** Of a sheet, in CSS pixels. */
const WIDTH = 1560;

mkdirSync(values.out, { recursive: true });

const server = await createServer({
  root: "packages/elements/gallery",
  configFile: false,
  logLevel: "warn",
  server: { port: 0, host: "127.0.0.1", fs: { allow: [process.cwd()] } },
});
await server.listen();
const base = server.resolvedUrls?.local[0];
if (base === undefined) throw new Error("the gallery has no address");
const { looksOfTag, tags } = (await server.ssrLoadModule("/../src/testing/looks/looks.ts")) as {
  readonly looksOfTag: (tag: Tag) => readonly (readonly [string, Look])[];
  readonly tags: readonly Tag[];
};

const browser = await chromium.launch({
  executablePath: findChromium() ?? "chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

/** One sheet: every state of an element, what the user has to press pressed. */
const draw = async (tag: Tag, name: string, { query, media }: Theme): Promise<void> => {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 1000 },
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  page.on("pageerror", (error) => console.error(`${tag} ${name}: ${error.message}`));
  await page.emulateMedia({ reducedMotion: "reduce", ...media });
  await page.goto(
    `${base}?${new URLSearchParams({ element: tag, bare: "", panel: "", unpressed: "", ...query })}`,
  );
  await page.locator(":root[data-shown]").waitFor();
  for (const [state, { press = [] }] of looksOfTag(tag))
    for (const part of press)
      await page
        .locator(`#${state.replaceAll(/\W+/g, "-")}`)
        .locator(part)
        .first()
        .click();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.mouse.move(0, 0);
  // What was never in sight is not drawn (`content-visibility`): the window becomes as tall as the sheet.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: WIDTH, height });
  await page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 200)));
  await page.screenshot({ path: join(values.out, `${tag}-${name}.png`) });
  await page.close();
  console.log(`${tag}-${name}.png`);
};

try {
  for (const tag of tags)
    for (const [name, theme] of Object.entries(THEMES))
      if ((values.element?.includes(tag) ?? true) && (values.theme?.includes(name) ?? true))
        await draw(tag, name, theme);
} finally {
  await browser.close();
  await server.close();
}
