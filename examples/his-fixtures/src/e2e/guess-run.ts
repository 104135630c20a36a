import { setTimeout as delay } from "node:timers/promises";
import type { RunningHis } from "@cadre-care/example-his-common";
import type { SiteProfile } from "@cadre-care/his";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findChromium } from "../../../../scripts/browsers.mjs";
import { wordsLeftOut } from "../guess/words-left-out.ts";
import { startFixtures } from "../server/index.ts";
import { type PageSettings, queryOf } from "../server/page-settings.ts";
import type { FieldVerdict } from "./compare-draft.ts";
import { fixtureProfile } from "./fixture-run.ts";
import { bundled, keepRoots } from "./page-scripts.ts";

/** What the drafts of one fixture were worth, and which of the guesser's words stood on its pages. */
export interface Judgement {
  readonly verdicts: readonly FieldVerdict[];
  readonly words: readonly string[];
}

const MOST_TURNS = 60;
const BETWEEN_TURNS = 500;

interface PatientClick {
  readonly click: string;
  readonly frame?: string;
  readonly count?: number;
}

/** Drafts and judges what every frame of a tab shows now. */
const look = async (page: Page, code: string, profile: SiteProfile): Promise<Judgement> => {
  const verdicts: FieldVerdict[] = [];
  const words: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(code);
    const judged: FieldVerdict[] = JSON.parse(
      String(await frame.evaluate(`cadreJudge(${JSON.stringify(profile)})`)),
    );
    const seen: string[] = JSON.parse(String(await frame.evaluate("cadreWords()")));
    verdicts.push(...judged);
    words.push(...seen);
  }
  return { verdicts, words };
};

/** All fixtures, served, in real Chromium, with the drafter put into every frame on demand. */
export class GuessRun {
  readonly #his: RunningHis;
  readonly #browser: Browser;

  private constructor(his: RunningHis, browser: Browser) {
    this.#his = his;
    this.#browser = browser;
  }

  static async start(): Promise<GuessRun> {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("no Chromium on this machine");
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
    const browser = await puppeteer.launch({
      executablePath,
      headless: true,
      args,
      defaultViewport: { width: 1280, height: 800 },
    });
    return new GuessRun(await startFixtures(0), browser);
  }

  /**
   * Opens a fixture's list, then a patient as a user does, and judges the draft of both by the hand-made profile. `without`:
   * words that the guesser does not know in this run.
   */
  async judge(
    fixture: string,
    { click, frame = "", count = 1 }: PatientClick,
    settings: Partial<PageSettings>,
    without: readonly string[] = [],
  ): Promise<Judgement> {
    const code = await bundled(new URL("./compare-draft.ts", import.meta.url), [wordsLeftOut(without)]);
    const profile = await fixtureProfile(fixture, this.#his.url, settings.dates, "hand-made-profile");
    const page = await this.#browser.newPage();
    await page.evaluateOnNewDocument(keepRoots);
    await page.goto(`${this.#his.url}/${fixture}/index.html${queryOf(settings)}`, {
      waitUntil: "networkidle0",
    });
    const verdicts = new Map<string, FieldVerdict>();
    const words = new Set<string>();
    /** Looks until the page shows that part of the profile; a busy machine takes its time. */
    const lookFor = async (part: "list" | "patient"): Promise<void> => {
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const seen = await look(page, code, profile);
        for (const word of seen.words) words.add(word);
        for (const verdict of seen.verdicts) {
          const key = `${verdict.page} ${verdict.role}`;
          if (!verdicts.has(key)) verdicts.set(key, verdict);
        }
        if ([...verdicts.values()].some((verdict) => verdict.page === part)) return;
        await delay(BETWEEN_TURNS);
      }
      throw new Error(`${fixture} never showed its ${part}`);
    };
    await lookFor("list");
    if (click === "") await page.mouse.click(300, 160);
    else {
      const inside = await page.waitForFrame((one) => one.url().includes(frame));
      const found = await inside.waitForSelector(click);
      await found?.click({ count });
    }
    await page.waitForNetworkIdle({ idleTime: 500 });
    await lookFor("patient");
    await page.close();
    return {
      verdicts: [...verdicts.values()].sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : 0)),
      words: [...words],
    };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#his.stop();
  }
}
