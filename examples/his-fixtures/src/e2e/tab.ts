import type { CDPSession, ElementHandle, Frame, Page } from "puppeteer-core";
import { z } from "zod";
import type { AuditReport } from "./audit-report.ts";
import { READER_NAME } from "./reader-extension.ts";

const text = z.string();

/** A tab with the reader in every frame. */
export class Tab {
  readonly page: Page;
  readonly #session: CDPSession;
  readonly #contexts = new Set<number>();

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async open(page: Page): Promise<Tab> {
    const session = await page.createCDPSession();
    const tab = new Tab(page, session);
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.name === READER_NAME) tab.#contexts.add(context.id);
    });
    session.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
      tab.#contexts.delete(executionContextId),
    );
    session.on("Runtime.executionContextsCleared", () => tab.#contexts.clear());
    await session.send("Runtime.enable");
    return tab;
  }

  /** What the readers of all frames say now. A frame that goes away meanwhile says nothing. */
  async reports(): Promise<AuditReport[]> {
    const reports: AuditReport[] = [];
    for (const contextId of this.#contexts) {
      const answer = await this.#session
        .send("Runtime.evaluate", {
          contextId,
          expression: "JSON.stringify(globalThis.cadreAudit?.report() ?? null)",
          returnByValue: true,
        })
        .catch(() => undefined);
      const report: AuditReport | null = JSON.parse(text.catch("null").parse(answer?.result.value));
      if (report !== null) reports.push(report);
    }
    return reports;
  }

  /** The frame whose address contains `part`; the page itself without one. */
  async frame(part = ""): Promise<Frame> {
    return this.page.waitForFrame((frame) => frame.url().includes(part));
  }

  /** Clicks what `selector` (puppeteer's `>>>` goes into open shadow roots) finds in that frame. */
  async click(selector: string, part?: string, count = 1): Promise<void> {
    const found = await this.#find(selector, part);
    await found.click({ count });
  }

  async type(selector: string, typed: string, part?: string): Promise<void> {
    const found = await this.#find(selector, part);
    await found.click({ count: 3 });
    await found.press("Backspace");
    await found.type(typed);
  }

  async select(selector: string, value: string, part?: string): Promise<void> {
    const found = await this.#find(selector, part);
    await found.select(value);
  }

  /** Turns the wheel over an element, `turns` times by `pixels`, as a user scrolls. */
  async wheel(selector: string, pixels: number, turns = 1, part?: string): Promise<void> {
    const box = await (await this.#find(selector, part)).boundingBox();
    if (box === null) throw new Error(`${selector} is not on screen`);
    await this.page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 200));
    for (let turn = 0; turn < turns; turn += 1) await this.page.mouse.wheel({ deltaY: pixels });
  }

  /** Drags the scroll bar of the document, or of what `selector` finds, to this place (CSS pixels). */
  async scrollTo(top: number, selector?: string, part?: string): Promise<void> {
    const scroll = (element: Element, to: number) => element.scrollTo({ top: to, behavior: "instant" });
    await (await this.#find(selector ?? "html", part)).evaluate(scroll, top);
  }

  async #find(selector: string, part?: string): Promise<ElementHandle> {
    const frame = await this.frame(part);
    const found = await frame.waitForSelector(selector, { timeout: 20_000 });
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  }
}
