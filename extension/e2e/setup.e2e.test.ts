import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hospitalDay } from "@cadre-care/example-his-common";
import { SEED } from "@cadre-care/example-his-fixtures";
import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import type { VisibleRow } from "./support/his-driver.ts";
import { clickDeep, seesText, shownText } from "./support/receptionist.ts";
import { type SetupDay, startSetupDay } from "./support/setup-day.ts";
import { startWorkday, type Workday } from "./support/workday.ts";

const FIXTURE = "f4-datatables";

const typeInto = async (wizard: Page, id: string, text: string): Promise<void> => {
  const field = await wizard.waitForSelector(`>>> #${id}`, { visible: true });
  await field?.type(text);
};

/** Presses a button of the wizard, then clicks in the page, as a hand would. */
const pointAt = async (wizard: Page, button: string, page: Page, selector: string): Promise<void> => {
  await clickDeep(wizard, button);
  await seesText(wizard, "Lúc này trang không nhận cú bấm");
  await page.bringToFront();
  await page.click(selector);
  await wizard.bringToFront();
};

const readPage = async (wizard: Page): Promise<void> => {
  await clickDeep(wizard, ">>> .read");
  await clickDeep(wizard, ">>> .found button.primary");
  await seesText(wizard, "Đọc được trên thẻ đang mở");
};

const rowsOf = (page: Page): Promise<readonly VisibleRow[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("#bang tbody > tr")].map((row) => {
      const { left, top, width, height } = row.getBoundingClientRect();
      return { code: row.children[2]?.textContent ?? "", left, top, width, height };
    }),
  );

describe.each(browsersUnderTest())("the setup build in %s", (kind) => {
  let day: SetupDay;
  let page: Page;
  let wizard: Page;
  let profile: SiteProfile;
  let saved: string;

  beforeAll(async () => {
    day = await startSetupDay(kind);
    page = await day.session.open(`${day.his.url}/${FIXTURE}/index.html`);
    wizard = await day.wizardFor(page);
  }, 300_000);
  afterAll(() => day?.end());

  it("drafts the list over the live page, which sees one constant host and hears no click that points", async () => {
    await typeInto(wizard, "vi", "Bệnh viện mẫu");
    await typeInto(wizard, "id", "bv-mau-f4");
    await typeInto(wizard, "site", "bv-mau");
    await clickDeep(wizard, ">>> [data-step=pages]");
    await readPage(wizard);
    const shown = await shownText(wizard);
    expect(shown).toContain("Cột “CCCD/CMND”");
    expect(shown).toContain("Đọc được 10 hàng");

    const overlay = await day.session.extensionFrame(page, "overlay");
    const labels = await eventually("boxes over the page", async () => {
      const found = await overlay.evaluate(() =>
        [...document.querySelectorAll(".label")].map(({ textContent }) => textContent),
      );
      return found.length > 7 ? found : undefined;
    });
    expect(labels).toContain("Ngày sinh");
    const seen = await page.evaluate(() => {
      const hosts = [...document.documentElement.children].filter(({ localName }) => localName === "div");
      return { hosts: hosts.length, text: hosts.map(({ textContent }) => textContent).join("") };
    });
    expect(seen).toEqual({ hosts: 1, text: "" });

    await page.evaluate(() => {
      window.addEventListener("click", () => document.body.setAttribute("data-clicked", ""));
    });
    await pointAt(wizard, ">>> [data-doubt=gutter] button:last-child", page, "#bang tbody td:first-child");
    await seesText(wizard, /Trong một cột trống\s*:/);
    expect(await page.evaluate(() => document.body.hasAttribute("data-clicked"))).toBe(false);
  });

  it("puts a field where somebody points, and reads it back", async () => {
    await clickDeep(wizard, ">>> [data-role=birth-date] .tools button:last-child");
    await eventually(
      "the birth date gone",
      async () => !(await shownText(wizard)).includes("Cột “Ngày sinh”"),
    );
    const choice = await wizard.waitForSelector(">>> #more", { visible: true });
    await choice?.select("birth-date");
    await pointAt(wizard, ">>> .add button", page, "#bang tbody tr:nth-child(3) td:nth-child(5)");
    await seesText(wizard, "Cột “Ngày sinh”");
  });

  it("drafts the patient's page, and says that the earlier page was left", async () => {
    await page.bringToFront();
    await Promise.all([page.waitForNavigation(), page.click("#bang td a")]);
    await wizard.bringToFront();
    await clickDeep(wizard, ">>> .back");
    await seesText(wizard, "Trang đã chuyển hoặc tải lại");
    await readPage(wizard);
    expect(await shownText(wizard)).toContain("Họ và tên");
  });

  it("saves a profile that the product accepts, without anything that a patient's page said", async () => {
    await clickDeep(wizard, ">>> [data-step=check]");
    await seesText(wizard, "Hồ sơ hợp lệ.");
    await clickDeep(wizard, ">>> [data-step=save]");
    await clickDeep(wizard, ">>> summary");
    const text = await eventually("the profile's text", () =>
      wizard.$eval(">>> pre", ({ textContent }) => textContent ?? ""),
    );
    const read = readSiteProfile(text);
    if (!read.ok) throw new Error(read.problem.message.en);
    profile = read.value;
    for (const { name } of hospitalDay(SEED).patients.slice(0, 10)) expect(text).not.toContain(name);
    expect(text).not.toMatch(/\d{7}/);
    saved = join(day.folder, "site-profile.json");
    if (kind === "firefox") writeFileSync(saved, text);
    else {
      const driver = await wizard.createCDPSession();
      await driver.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: day.folder });
      await clickDeep(wizard, ">>> [data-save=profile]");
      const file = await eventually("the downloaded file", () => readFileSync(saved, "utf8"));
      expect(file).toBe(text);
    }
    expect(profile.pages.map(({ kind: of }) => of)).toEqual(["list", "patient"]);
  });

  it("makes a page for tests in which the same profile reads other people", async () => {
    const [shown] = hospitalDay(SEED).patients;
    const html = await wizard.evaluate(async () => {
      const root = document.querySelector("setup-wizard");
      const desk: unknown = root === null ? undefined : Reflect.get(root, "desk");
      const make: unknown =
        typeof desk === "object" && desk !== null ? Reflect.get(desk, "fixture") : undefined;
      return typeof make === "function" ? String(await make.call(desk)) : "";
    });
    expect(html).toContain("data-field");
    expect(html).not.toContain("<script");
    expect(html).not.toContain(shown?.name);
  });

  it("opens that file again, and corrects over the page what no draft can know", async () => {
    await clickDeep(wizard, ">>> [data-step=hospital]");
    const file = await wizard.waitForSelector(">>> #file");
    await file?.evaluate(
      (input, text) => {
        if (!(input instanceof HTMLInputElement)) throw new Error("no field for files");
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], "site-profile.json"));
        input.files = chosen.files;
        input.dispatchEvent(new Event("change"));
      },
      readFileSync(saved, "utf8"),
    );
    await seesText(wizard, "Thay bản đang soạn bằng site-profile.json?");
    await clickDeep(wizard, ">>> .sure button");
    await clickDeep(wizard, ">>> .pages li:last-child button");
    await seesText(wizard, "Đọc được trên thẻ đang mở");

    await clickDeep(wizard, ">>> .more > summary");
    const fact = await wizard.waitForSelector(">>> #fact", { visible: true });
    await fact?.select("record-number");
    await pointAt(wizard, ">>> [data-setting=prefill] button[type=submit]", page, "[data-field=ticket]");
    const ticket = await page.$eval("[data-field=ticket]", ({ textContent }) => textContent ?? "");
    const sample = await wizard.waitForSelector(">>> [data-fact=record-number] .sample", { visible: true });
    expect(await sample?.evaluate(({ textContent }) => textContent)).toBe(ticket);

    await pointAt(wizard, ">>> [data-point=recognise]", page, "[data-field=identity]");
    await eventually("what the page is recognised by", async () => {
      const text = await wizard.$eval(">>> #recognise", (field) => Reflect.get(field, "value"));
      return text === 'span[data-field="identity"]';
    });
    await seesText(wizard, "Thấy trên trang: 1");
  });

  describe("the site build packed with it", () => {
    let workday: Workday;
    beforeAll(async () => {
      workday = await startWorkday(kind, { moreHis: [{ file: saved, origin: day.his.url }] });
    }, 300_000);
    afterAll(() => workday?.end());

    it("marks the right rows of that list, and shows the banner on that patient", async () => {
      const { patients, expected } = hospitalDay(SEED);
      const list = await workday.session.open(`${day.his.url}/${FIXTURE}/index.html`);
      const rows = await eventually("the list", async () => {
        const found = await rowsOf(list);
        return found.length === 10 ? found : undefined;
      });
      const coded = patients.map((patient, at) => ({ ...patient, code: rows[at]?.code ?? "" }));
      const marks = await settledMarks(list, { visibleRows: rowsOf }, { patients: coded, expected });
      expect(wrongRows(marks)).toEqual([]);
      expect(marks.some(({ drawn }) => drawn === "managed")).toBe(true);
      await Promise.all([list.waitForNavigation(), list.click("#bang td a")]);
      await workday.session.extensionFrame(list, "banner");
    });
  });
});
