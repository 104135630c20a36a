import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Frame, Page } from "puppeteer-core";
import { killTree } from "./process-tree.ts";

export type BrowserKind = "chromium" | "firefox";

export interface LaunchOptions {
  /** Folder of the unpacked extension. Left out: the browser runs without one, for comparison. */
  readonly extensionDir?: string;
  /** Profile folder. Kept afterwards, so that a killed browser can be started again on it. */
  readonly profileDir: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Further command line arguments. */
  readonly args?: readonly string[];
  /** Environment variables that are other than this process's. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Polls until `probe` gives something. @throws Error naming `what` when it never does. */
export const eventually = async <Value>(
  what: string,
  probe: () => Promise<Value | undefined | null | false> | Value | undefined | null | false,
  milliseconds = 60_000,
): Promise<Value> => {
  const end = Date.now() + milliseconds;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value !== undefined && value !== null && value !== false) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`never happened: ${what}`, { cause: last });
    await pause(25);
  }
};

/** The address that a document gives itself; Firefox's driver reports extension frames as about:blank. */
const addressOf = async (frame: Frame): Promise<string> => {
  const known = frame.url();
  if (known !== "" && known !== "about:blank") return known;
  return Promise.race([frame.evaluate(() => location.href), pause(2_000, "")]).catch(() => "");
};

const EXTENSION_ADDRESS = /^(chrome|moz)-extension:\/\//;

/** A real browser with our extension in it, and how to reach what the extension shows. */
export class BrowserSession {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Base of the extension's own pages, e.g. `chrome-extension://<id>`; empty without an extension. */
  readonly extensionOrigin: string;

  constructor(kind: BrowserKind, browser: Browser, extensionOrigin: string) {
    this.kind = kind;
    this.browser = browser;
    this.extensionOrigin = extensionOrigin;
  }

  /** A new tab at `address`. */
  async open(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address, { waitUntil: "domcontentloaded" });
    return page;
  }

  /** Opens one of the extension's own pages (`popup.html`, `options.html`, …) in a tab. */
  async extensionPage(path: string): Promise<Page> {
    const address = `${this.extensionOrigin}/${path.replace(/^\//, "")}`;
    const page = await this.browser.newPage();
    // Firefox lands there, but its driver never reports the end of the navigation.
    const landing = page.goto(address, { waitUntil: "domcontentloaded" });
    landing.catch(() => undefined);
    await eventually(`${path} opened`, () =>
      page.evaluate(
        (expected) => location.href.split("#")[0] === expected && document.readyState === "complete",
        address.split("#")[0],
      ),
    );
    return page;
  }

  /** Frames of the extension inside a page, at any depth. `path`: only those whose address contains it. */
  async extensionFrames(page: Page, path = ""): Promise<Frame[]> {
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    const addresses = await Promise.all(frames.map(addressOf));
    return frames.filter((_, index) => {
      const address = addresses[index] ?? "";
      return EXTENSION_ADDRESS.test(address) && address.includes(path);
    });
  }

  /** Waits for the first frame of the extension whose address contains `path`. */
  extensionFrame(page: Page, path = ""): Promise<Frame> {
    return eventually(`extension frame ${path}`, async () => (await this.extensionFrames(page, path))[0]);
  }

  /**
   * What a frame of the extension answers to a function without arguments. In Chromium its own target is asked: of two frames
   * that load at once the driver takes one for a part of the page's process, and then waits in vain for its answer.
   */
  async askFrame(frame: Frame, question: () => string): Promise<string> {
    const target = this.browser.targets().find((one) => one.url() === frame.url());
    if (this.kind === "firefox" || target === undefined) return frame.evaluate(question);
    const connection = await target.createCDPSession();
    try {
      const expression = `(${question})()`;
      const { result } = await connection.send("Runtime.evaluate", { expression, returnByValue: true });
      return String(result.value);
    } finally {
      await connection.detach().catch(() => undefined);
    }
  }

  /** Pages whose address the predicate accepts: sign-in pages, windows, side panels shown as pages. */
  async pagesWhere(accepts: (address: string) => boolean): Promise<readonly Page[]> {
    const pages = await this.browser.pages();
    const addresses = await Promise.all(pages.map((page) => addressOf(page.mainFrame())));
    return pages.filter((_, index) => accepts(addresses[index] ?? ""));
  }

  /** Waits for the first of them. */
  pageWhere(what: string, accepts: (address: string) => boolean): Promise<Page> {
    return eventually(what, async () => (await this.pagesWhere(accepts))[0]);
  }

  /** SIGKILL to the browser and all its processes: nothing is flushed, nothing says good-bye. */
  async kill(): Promise<void> {
    const child = this.browser.process();
    const pid = child?.pid;
    if (pid === undefined) throw new Error("the browser's process is not known");
    // The driver lets go of its pipes before a dying browser has reset them.
    for (const pipe of child?.stdio ?? []) pipe?.on("error", () => undefined);
    await killTree(pid);
    await this.browser.disconnect().catch(() => undefined);
  }

  /** Ends the browser in an orderly way. */
  async close(): Promise<void> {
    const pid = this.browser.process()?.pid;
    await Promise.race([this.browser.close().catch(() => undefined), pause(15_000)]);
    if (pid !== undefined) await killTree(pid);
  }
}
