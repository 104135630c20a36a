import { readdirSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../", import.meta.url);
const catalogues = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
  /-messages\.ts$/.test(path),
);
const isText = (value: unknown): value is { vi: string; en: string } =>
  typeof value === "object" && value !== null && "vi" in value && "en" in value;

/** Every message of every catalogue, read through the problems that it makes. */
it.each(catalogues)("%s speaks Vietnamese and English, and says what to do", async (path) => {
  const module: Record<string, unknown> = await import(new URL(path, root).href);
  for (const exported of Object.values(module)) {
    if (isText(exported)) expect(exported.vi).not.toBe(exported.en);
    else expect(exported).toMatchObject({ problem: expect.any(Function), refuse: expect.any(Function) });
  }
  const source = await import(`${new URL(path, root).href}?raw`);
  const texts = [...String(source.default).matchAll(/^ +(vi|en): "(.+)",?$/gm)];
  expect(texts.length % 2).toBe(0);
  expect(texts.length).toBeGreaterThan(0);
  for (const [, language, text = ""] of texts) {
    expect(text).toBe(text.normalize("NFC"));
    if (language === "vi") expect(text).toMatch(/[^\p{ASCII}]/u);
    else expect(text).toMatch(/^[\p{ASCII}]+$/u);
  }
});
