import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { HisPatient, RunningHis } from "@cadre-care/example-his-common";
import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import puppeteer, { type Browser } from "puppeteer-core";
import { findChromium } from "../../../../scripts/browsers.mjs";
import { fixturePeople } from "../server/fixture-people.ts";
import { startFixtures } from "../server/index.ts";
import { type PageSettings, queryOf } from "../server/page-settings.ts";
import type { AuditConfig } from "./audit-report.ts";
import { writeReaderExtension } from "./reader-extension.ts";
import { Tab } from "./tab.ts";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export interface FixtureUnderTest {
  readonly id: string;
  readonly audit: AuditConfig;
  /** How many people the page has. */
  readonly people?: number;
  /** Switches of the page. The profile then states this date format. */
  readonly settings?: Partial<PageSettings>;
  /** What this run's profile states otherwise. */
  readonly changed?: (profile: SiteProfile) => SiteProfile;
}

/**
 * The profile beside a fixture, for the address and the date format of a run. `site-profile` is what the wizard's draft and
 * the stated corrections make; `hand-made-profile` was written apart from it, and is what drafts are judged by.
 */
export const fixtureProfile = async (
  id: string,
  origin: string,
  dates: PageSettings["dates"] | undefined,
  file: "site-profile" | "hand-made-profile" = "site-profile",
): Promise<SiteProfile> => {
  const path = fileURLToPath(new URL(`../../fixtures/${id}/${file}.json`, import.meta.url));
  const read = readSiteProfile(await readFile(path, "utf8"));
  if (!read.ok) throw new Error(read.problem.message.en);
  const pages = read.value.pages.map((page) => {
    const { birthDate } = page.fields;
    if (dates === undefined || birthDate === undefined) return page;
    return {
      ...page,
      fields: { ...page.fields, birthDate: { ...birthDate, formats: [dates, "yyyy" as const] } },
    };
  });
  return { ...read.value, origins: [origin], pages };
};

/** One fixture, served, with real Chromium and the reader as an extension. `stop` ends all three. */
export class FixtureRun {
  readonly people: readonly HisPatient[];
  readonly #his: RunningHis;
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #fixture: FixtureUnderTest;

  private constructor(his: RunningHis, browser: Browser, folder: string, fixture: FixtureUnderTest) {
    this.#his = his;
    this.#browser = browser;
    this.#folder = folder;
    this.#fixture = fixture;
    this.people = fixturePeople(fixture.people ?? 300);
  }

  static async start(fixture: FixtureUnderTest): Promise<FixtureRun> {
    const folder = await mkdtemp(join(tmpdir(), "cadre-care-fixture-"));
    const his = await startFixtures(0);
    const written = await fixtureProfile(fixture.id, his.url, fixture.settings?.dates);
    const profile = fixture.changed?.(written) ?? written;
    const extension = join(folder, "extension");
    await writeReaderExtension(extension, his.url, { profile, audit: fixture.audit });
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error("no Chromium on this machine");
    const browser = await puppeteer.launch({
      executablePath,
      userDataDir: join(folder, "profile"),
      pipe: true,
      headless: true,
      enableExtensions: [extension],
      defaultViewport: { width: 1280, height: 800 },
      args: ARGUMENTS,
    });
    return new FixtureRun(his, browser, folder, fixture);
  }

  /** Opens the fixture's first page in a new tab. */
  async open(settings: Partial<PageSettings> = {}): Promise<Tab> {
    const tab = await Tab.open(await this.#browser.newPage());
    const query = queryOf({ ...this.#fixture.settings, ...settings });
    await tab.page.goto(`${this.#his.url}/${this.#fixture.id}/index.html${query}`);
    return tab;
  }

  patient(ticket: number): HisPatient {
    const patient = this.people[ticket - 1];
    if (patient === undefined) throw new Error(`nobody has the ticket ${ticket}`);
    return patient;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#his.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
