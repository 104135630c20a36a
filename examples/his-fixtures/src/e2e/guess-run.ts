import { setTimeout as delay } from "node:timers/promises";
import type { RunningHis } from "@cadre-care/example-his-common";
import type { SiteProfile } from "@cadre-care/his";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findChromium } from "../../../../scripts/browsers.mjs";
import { startFixtures } from "../server/index.ts";
import { type PageSettings, queryOf } from "../server/page-settings.ts";
import type { FieldVerdict } from "./compare-draft.ts";
import { fixtureProfile } from "./fixture-run.ts";
import { bundled, keepRoots } from "./page-scripts.ts";

const MOST_TURNS = 60;
const BETWEEN_TURNS = 500;

interface PatientClick {
  readonly click: string;
  readonly frame?: string;
  readonly count?: number;
}

/** All fixtures, served, in real Chromium, with the drafter put into every frame on demand. */
export class GuessRun {
  readonly #his: RunningHis;
  readonly #browser: Browser;
  readonly #code: string;

  private constructor(his: RunningHis, browser: Browser, code: string) {
    this.#his = his;
    this.#browser = browser;
    this.#code = code;
  }

  static async start(): Promise<GuessRun> {
    const code = await bundled(new URL("./compare-draft.ts", import.meta.url));
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("no Chromium on this machine");
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
    const browser = await puppeteer.launch({
      executablePath,
      headless: true,
      args,
      defaultViewport: { width: 1280, height: 800 },
    });
    return new GuessRun(await startFixtures(0), browser, code);
  }

  /** Opens a fixture's list, then a patient as a user does, and judges the draft of both by the hand-made profile. */
  async judge(
    fixture: string,
    { click, frame = "", count = 1 }: PatientClick,
    settings: Partial<PageSettings>,
  ): Promise<readonly FieldVerdict[]> {
    const profile = await fixtureProfile(fixture, this.#his.url, settings.dates, "hand-made-profile");
    const page = await this.#browser.newPage();
    await page.evaluateOnNewDocument(keepRoots);
    await page.goto(`${this.#his.url}/${fixture}/index.html${queryOf(settings)}`, {
      waitUntil: "networkidle0",
    });
    const verdicts = new Map<string, FieldVerdict>();
    /** Looks until the page shows that part of the profile; a busy machine takes its time. */
    const look = async (part: "list" | "patient"): Promise<void> => {
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        for (const verdict of await this.#look(page, profile)) {
          const key = `${verdict.page} ${verdict.role}`;
          if (!verdicts.has(key)) verdicts.set(key, verdict);
        }
        if ([...verdicts.values()].some((verdict) => verdict.page === part)) return;
        await delay(BETWEEN_TURNS);
      }
      throw new Error(`${fixture} never showed its ${part}`);
    };
    await look("list");
    if (click === "") await page.mouse.click(300, 160);
    else {
      const inside = await page.waitForFrame((one) => one.url().includes(frame));
      const found = await inside.waitForSelector(click);
      await found?.click({ count });
    }
    await page.waitForNetworkIdle({ idleTime: 500 });
    await look("patient");
    await page.close();
    return [...verdicts.values()].sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : 0));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#his.stop();
  }

  async #look(page: Page, profile: SiteProfile): Promise<readonly FieldVerdict[]> {
    const found: FieldVerdict[] = [];
    for (const frame of page.frames()) {
      await frame.evaluate(this.#code);
      const said = await frame.evaluate(`cadreJudge(${JSON.stringify(profile)})`);
      const verdicts: FieldVerdict[] = JSON.parse(String(said));
      found.push(...verdicts);
    }
    return found;
  }
}
