import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import puppeteer, {
  type Browser,
  type ElementHandle,
  type Frame,
  type JSHandle,
  type Page,
} from "puppeteer-core";
import { z } from "zod";
import { findChromium } from "../../../../scripts/browsers.mjs";
import { bundled, keepRoots } from "../e2e/page-scripts.ts";
import type { Corrections, Visit } from "./corrections.ts";
import { setValue } from "./set-value.ts";

const TURNS = 240;
const BETWEEN_TURNS = 250;

const answerSchema = z.object({ corrected: z.looseObject({ id: z.string() }) });
type DraftedPage = z.infer<typeof answerSchema>["corrected"];

/** Real Chromium in which the wizard's code drafts and corrects the pages of profiles. `stop` ends it. */
export class ProfileMaker {
  readonly #browser: Browser;
  readonly #code: string;

  private constructor(browser: Browser, code: string) {
    this.#browser = browser;
    this.#code = code;
  }

  static async start(): Promise<ProfileMaker> {
    const code = await bundled(new URL("./draft-in-page.ts", import.meta.url));
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("no Chromium on this machine");
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
    const defaultViewport = { width: 1280, height: 800 };
    return new ProfileMaker(
      await puppeteer.launch({ executablePath, headless: true, args, defaultViewport }),
      code,
    );
  }

  /**
   * The profile that comes of visiting these pages of a HIS at `url`, drafting each, and correcting the drafts as stated.
   * @throws Error when a page never shows what it should, a correction does not fit, or the product refuses the profile
   */
  async make(url: string, { hospital, visits, corrections }: Corrections): Promise<SiteProfile> {
    const tab = await this.#browser.newPage();
    await tab.evaluateOnNewDocument(keepRoots);
    await tab.evaluateOnNewDocument(this.#code);
    const pages: DraftedPage[] = [];
    for (const visit of visits) {
      const page = await this.#visit(tab, url, visit);
      pages.push({ ...page, id: freeId(page.id, pages) });
    }
    await tab.close();
    const { id, site, name, origins } = hospital;
    const drafted: unknown = { formatVersion: 1, id, name, site, origins, pages };
    const corrected = corrections.reduce((profile, { at, value }) => {
      const changed = setValue(profile, at, value);
      if (isDeepStrictEqual(changed, profile))
        throw new Error(`${id}: a correction at ${at} changes nothing`);
      return changed;
    }, drafted);
    const read = readSiteProfile(corrected);
    if (!read.ok) throw new Error(`${id}: ${read.problem.message.en}`);
    return read.value;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }

  async #visit(tab: Page, url: string, visit: Visit): Promise<DraftedPage> {
    const { open, click, frame = "", filled, take, corrections } = visit;
    if (open !== undefined) await tab.goto(`${url}/${open}`, { waitUntil: "networkidle0" });
    if (click !== undefined) {
      const inside = await shown(tab, click.frame ?? "", click.at);
      const found = await inside.evaluateHandle(`cadreDraft.find(${JSON.stringify(click.at)})`);
      if (!isOfElement(found)) throw new Error(`${click.at} is nothing to click`);
      await found.click({ count: click.count });
    }
    const place = await shown(tab, frame, filled);
    const asked = JSON.stringify({ take, corrections });
    const answer = await place.evaluate(`cadreDraft.corrected(${JSON.stringify(asked)})`);
    return answerSchema.parse(JSON.parse(String(answer))).corrected;
  }
}

const isOfElement = (handle: JSHandle): handle is ElementHandle<Element> => handle.asElement() !== null;

/** The frame with this in its address, as soon as `selector` says something there. A busy machine takes its time. */
const shown = async (tab: Page, address: string, selector: string): Promise<Frame> => {
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const frame of address === "" ? [tab.mainFrame()] : tab.frames()) {
      if (!frame.url().includes(address)) continue;
      // A document that is just being left answers nothing.
      const says = await frame.evaluate(`cadreDraft.says(${JSON.stringify(selector)})`).catch(() => false);
      if (says === true) return frame;
    }
    await delay(BETWEEN_TURNS);
  }
  throw new Error(`${tab.url()} never showed ${selector}`);
};

/** The wizard's own name for another page of a kind. */
const freeId = (id: string, taken: readonly DraftedPage[]): string => {
  const again = taken.filter((page) => page.id === id || page.id.startsWith(`${id}-`)).length;
  return again === 0 ? id : `${id}-${again + 1}`;
};
