import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { clickDeep, seesText } from "../../extension/e2e/support/receptionist.ts";
import { type SetupDay, startSetupDay } from "../../extension/e2e/support/setup-day.ts";
import { wizardWords } from "../../extension/src/setup/wizard/words.ts";

/** As wide as a side panel. In CSS pixels. */
const PANEL = 420;
const LANGUAGES = ["vi", "en"] as const;
type Language = (typeof LANGUAGES)[number];

const HOSPITAL = { vi: "Bệnh viện mẫu", en: "Sample Hospital", id: "bv-mau", site: "bv-mau" };

/** Pictures of the wizard for the guides of IT, in one language, as somebody goes through its steps. */
class Photographer {
  readonly #words;
  constructor(
    readonly day: SetupDay,
    readonly wizard: Page,
    readonly page: Page,
    readonly folder: string,
    readonly language: Language,
  ) {
    this.#words = wizardWords[language];
  }

  async #take(of: Page, name: string, height: number): Promise<void> {
    await of.bringToFront();
    await of.setViewport({ width: of === this.wizard ? PANEL : 1200, height });
    await of.evaluate(() => document.fonts.ready.then(() => undefined));
    const suffix = this.language === "vi" ? "" : "-en";
    await of.screenshot({ path: join(this.folder, `setup-${name}${suffix}.png`) });
    console.log(`setup-${name}${suffix}.png`);
  }

  async #read(): Promise<void> {
    await clickDeep(this.wizard, ">>> .read");
    await seesText(this.wizard, this.#words.add);
  }

  /** Scrolls until this is at the top, below the header that stays. */
  async #scrollTo(selector: string): Promise<void> {
    const element = await this.wizard.waitForSelector(`>>> ${selector}`, { visible: true });
    await element?.evaluate((one) => {
      one.scrollIntoView({ block: "start" });
      scrollBy(0, -110);
    });
  }

  async hospital(): Promise<void> {
    const { wizard } = this;
    await wizard.setViewport({ width: PANEL, height: 900 });
    if (this.language === "en") {
      await clickDeep(wizard, ">>> .brand button");
      await seesText(wizard, this.#words.title);
    }
    for (const [id, text] of Object.entries(HOSPITAL)) {
      const field = await wizard.waitForSelector(`>>> #${id}`, { visible: true });
      await field?.type(text);
    }
    await wizard.evaluate(() => scrollTo(0, 0));
    await this.#take(wizard, "hospital", 1000);
  }

  async list(): Promise<void> {
    const { wizard, page } = this;
    await clickDeep(wizard, ">>> [data-step=pages]");
    await this.#read();
    await this.#take(wizard, "found", 480);
    await clickDeep(wizard, ">>> .found button.primary");
    await seesText(wizard, this.#words.looks.shown);
    await this.#take(wizard, "fields", 760);
    await clickDeep(wizard, ">>> [data-doubt=gutter] button:last-child");
    await seesText(wizard, this.#words.pointingHint);
    await page.bringToFront();
    await page.setViewport({ width: 1200, height: 470 });
    await page.hover("#bang tbody td:first-child");
    const overlay = await this.day.session.extensionFrame(page, "overlay");
    await overlay.waitForFunction(() => document.querySelectorAll(".label").length > 7);
    await this.#take(page, "pointing", 470);
    await page.click("#bang tbody td:first-child");
    await wizard.bringToFront();
    await seesText(wizard, this.#words.inColumn);
    await clickDeep(wizard, ">>> .more > summary");
    await seesText(wizard, this.#words.more.lead);
    await this.#scrollTo(".more");
    await this.#take(wizard, "more", 820);
  }

  async patient(): Promise<void> {
    const { wizard, page } = this;
    await page.bringToFront();
    await Promise.all([page.waitForNavigation(), page.click("#bang td a")]);
    await wizard.bringToFront();
    await clickDeep(wizard, ">>> .back");
    await this.#read();
    await clickDeep(wizard, ">>> .found button.primary");
    await seesText(wizard, this.#words.looks.shown);
    await wizard.evaluate(() => scrollTo(0, 0));
    await this.#take(wizard, "patient", 760);
    await wizard.setViewport({ width: PANEL, height: 560 });
    await this.#scrollTo("[data-setting=prefill]");
    await this.#take(wizard, "more-patient", 560);
  }

  async save(): Promise<void> {
    const { wizard } = this;
    await clickDeep(wizard, ">>> [data-step=save]");
    await seesText(wizard, this.#words.saveProfile);
    await wizard.evaluate(() => scrollTo(0, 0));
    await this.#take(wizard, "save", 620);
  }
}

const { values } = parseArgs({ options: { out: { type: "string", default: "docs/pictures" } } });
mkdirSync(values.out, { recursive: true });
const day = await startSetupDay("chromium");
try {
  for (const language of LANGUAGES) {
    const query = language === "en" ? "?language=en" : "";
    const page = await day.session.open(`${day.his.url}/f4-datatables/index.html${query}`);
    const wizard = await day.wizardFor(page);
    const photographer = new Photographer(day, wizard, page, values.out, language);
    // A profile that was drafted for the language before is another one.
    await wizard.evaluate(async () => {
      const api: unknown = Reflect.get(globalThis, "chrome");
      await (api as { storage: { session: { clear(): Promise<void> } } }).storage.session.clear();
    });
    await wizard.reload();
    await photographer.hospital();
    await photographer.list();
    await photographer.patient();
    await photographer.save();
    await wizard.close();
    await page.close();
  }
} finally {
  await day.end();
}
