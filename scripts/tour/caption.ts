import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { LocalizedText } from "@cadre-care/domain";
import puppeteer, { type Browser } from "puppeteer-core";
import { findChromium } from "../browsers.mjs";

/** Size in pixels, from the PNG's header. @throws Error when the bytes are no PNG */
export const pngSize = (png: Uint8Array): { width: number; height: number } => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(0) !== 0x89504e47) throw new Error("not a PNG");
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const dataUrl = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;

const fontFaces = async (): Promise<string> => {
  const require = createRequire(import.meta.url);
  const faces = ["vietnamese", "latin"].flatMap((subset) => [400, 700].map((weight) => ({ subset, weight })));
  const rules = await Promise.all(
    faces.map(async ({ subset, weight }) => {
      const file = require.resolve(
        `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      );
      const range =
        subset === "latin"
          ? ""
          : "unicode-range: U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0323, U+1EA0-1EF9, U+20AB;";
      return `@font-face { font-family: "Be Vietnam Pro"; font-weight: ${weight}; ${range} src: url(${dataUrl("font/woff2", await readFile(file))}); }`;
    }),
  );
  return rules.join("\n");
};

const document = (png: Uint8Array, number: number, caption: LocalizedText, fonts: string): string => {
  const { width } = pngSize(png);
  return `<!doctype html><meta charset="utf-8"><style>${fonts}
* { box-sizing: border-box; margin: 0 }
body { width: ${width}px; font-family: "Be Vietnam Pro", sans-serif; background: #12344d }
img { display: block; width: ${width}px }
figcaption { display: flex; gap: 18px; align-items: center; padding: 16px 22px; color: #fff }
b { font-size: 30px; color: #8fd3ff; min-width: 44px }
p { font-size: 19px; font-weight: 700; line-height: 1.35 }
p + p { font-size: 15px; font-weight: 400; color: #cfe3f2; margin-top: 3px }
</style><figure><img src="${dataUrl("image/png", png)}" alt=""><figcaption><b>${number}</b><div>
<p lang="vi">${escapeHtml(caption.vi)}</p><p lang="en">${escapeHtml(caption.en)}</p></div></figcaption></figure>`;
};

/** Puts a caption under pictures, in a browser of its own: without the extension, without the network. */
export class Captioner {
  readonly #browser: Browser;
  readonly #fonts: string;

  private constructor(browser: Browser, fonts: string) {
    this.#browser = browser;
    this.#fonts = fonts;
  }

  /** @throws Error when no Chromium is on this machine */
  static async start(): Promise<Captioner> {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error("Không tìm thấy Chromium · no Chromium on this machine");
    const fonts = await fontFaces();
    const browser = await puppeteer.launch({
      executablePath,
      headless: true,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    });
    return new Captioner(browser, fonts);
  }

  /** The picture with a bar below it: the number, the Vietnamese text, and the English one under it. */
  async caption(png: Uint8Array, number: number, caption: LocalizedText): Promise<Uint8Array> {
    const { width, height } = pngSize(png);
    const page = await this.#browser.newPage();
    try {
      await page.setViewport({ width, height: height + 80 });
      await page.setContent(document(png, number, caption, this.#fonts), { waitUntil: "load" });
      await page.evaluate(() => globalThis.document.fonts.ready.then(() => undefined));
      const figure = await page.$("figure");
      if (figure === null) throw new Error("the caption was not drawn");
      return await figure.screenshot({ type: "png", captureBeyondViewport: true });
    } finally {
      await page.close();
    }
  }

  stop(): Promise<void> {
    return this.#browser.close();
  }
}
