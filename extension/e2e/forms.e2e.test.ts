import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks } from "./support/drawn-marks.ts";
import { FormTypist } from "./support/form-typist.ts";
import type { HisDriver } from "./support/his-driver.ts";
import { openPanelFromBanner } from "./support/panel.ts";
import { clickDeep, seesText, shownText, unlock } from "./support/receptionist.ts";
import { DOCTOR, DRIVERS, dayAt, startWorkday, type Workday } from "./support/workday.ts";

const OFFICER = { login: "quanly", password: "quanly-mau-2026" };

interface Opened {
  readonly page: Page;
  readonly panel: Page;
}

/** Opens the first managed person on screen, not an emergency, and the panel beside the page. */
const openManagedPatient = async (workday: Workday, driver: HisDriver): Promise<Opened> => {
  const page = await workday.openHis(driver);
  const rows = await settledMarks(page, driver, dayAt(driver), 30_000);
  const row = rows.find(({ expected, why }) => expected === "managed" && !why.includes("emergency"));
  await driver.openPatient(page, row?.code ?? "");
  const panel = await openPanelFromBanner(workday.session, page);
  await panel.waitForSelector(">>> [part=check-in]", { visible: true });
  return { page, panel };
};

/** The first exam that is offered, by keyboard; resolves when its first question has the focus. */
const openExam = async (panel: Page): Promise<void> => {
  const button = await panel.waitForSelector(">>> [part=open-form][data-kind=exam]", { visible: true });
  await button?.focus();
  await panel.keyboard.press("Enter");
  await eventually("the first question has the focus", () =>
    panel.evaluate(() => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element instanceof HTMLInputElement && element.closest(".body") !== null;
    }),
  );
};

/** What was typed in the first open question that takes words. */
const NOTE = "Ghi chú viết tay của bác sĩ";

/** Opens that patient again, and goes on with the draft. */
const resumeExam = async (workday: Workday, driver: HisDriver, code: string): Promise<Page> => {
  const page = await workday.openHis(driver);
  await driver.openPatient(page, code);
  const panel = await openPanelFromBanner(workday.session, page);
  await seesText(panel, "Tiếp tục bản nháp");
  await openExam(panel);
  return panel;
};

describe.each(browsersUnderTest())("an exam in %s", (kind) => {
  let workday: Workday;
  let officer: BoardReader;
  beforeEach(async () => {
    workday = await startWorkday(kind, { account: DOCTOR });
    officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
  });
  afterEach(() => workday?.end());

  /** The board has the form once, its values once, and every value derived from it. */
  const expectOnce = async (): Promise<void> => {
    const [response, ...more] = await officer.search("QuestionnaireResponse");
    expect(more).toEqual([]);
    expect(response).toMatchObject({ status: "completed" });
    const values = await officer.search("Observation");
    const source = [{ reference: `QuestionnaireResponse/${response?.id}` }];
    for (const value of values) expect(value).toMatchObject({ status: "final", derivedFrom: source });
    const codes = values.map(({ code }) => JSON.stringify(code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => code.includes('"8302-2"'))).toHaveLength(1);
  };

  describe.each(DRIVERS.map((driver) => [driver.name, driver] as const))(
    "beside the %s HIS",
    (_name, driver) => {
      it("goes from opening to delivered by keyboard alone, with few more keys than answers", async () => {
        const { panel } = await openManagedPatient(workday, driver);
        await clickDeep(panel, ">>> [part=check-in]");
        await seesText(panel, "Đơn vị quản lý đã nhận");
        await openExam(panel);
        const typist = new FormTypist(panel);
        expect(await typist.fill()).toBe(true);
        await submit(panel, typist);
        const { keystrokes, answers, characters } = typist.typed;
        expect(answers).toBeGreaterThan(100);
        expect(keystrokes).toBeLessThanOrEqual(1.1 * (answers + characters));
        await seesText(panel, "Máy chủ của đơn vị quản lý đã nhận", 90_000);
        await expectOnce();
        const [response] = await officer.search("QuestionnaireResponse");
        const [encounter] = await officer.search("Encounter");
        expect(response).toMatchObject({ encounter: { reference: `Encounter/${encounter?.id}` } });
      });

      it("survives another patient, a killed browser and a board that is away", async () => {
        const { page, panel: first } = await openManagedPatient(workday, driver);
        const code = await driver.shownPatient(page);
        await openExam(first);
        const before = new FormTypist(first);
        await before.type(NOTE);
        await before.press("Enter");
        expect(await before.fill(8)).toBe(false);
        await seesText(first, "Đã lưu trên máy này");
        await page.bringToFront();
        await driver.nextPatient(page);
        await seesText(first, "Trang HIS đang mở người bệnh khác");
        expect(await shownText(first)).toContain("Phiếu của");
        await workday.session.kill();
        await workday.relaunch();
        await (await unlock(workday.session)).close();
        const panel = await resumeExam(workday, driver, code);
        expect(await typedInto(panel)).toBe(NOTE);
        workday.faults.inject({ kind: "down" });
        const typist = new FormTypist(panel);
        expect(await typist.fill()).toBe(true);
        await submit(panel, typist);
        await seesText(panel, "đang chờ gửi");
        expect(await officerIsAway(workday)).toBe(true);
        workday.faults.heal();
        await seesText(panel, "Máy chủ của đơn vị quản lý đã nhận", 120_000);
        await expectOnce();
        const responses = await officer.search("QuestionnaireResponse");
        expect(JSON.stringify(responses)).toContain(NOTE);
      });
    },
  );
});

/** Presses the submit button, which has the focus. @throws Error with what the form says is left to do */
const submit = async (panel: Page, typist: FormTypist): Promise<void> => {
  await typist.press("Enter");
  const text = await seesText(panel, /Phiếu đã được ghi nhận|Chưa gửi được|Chưa ghi được phiếu/);
  if (text.includes("Phiếu đã được ghi nhận")) return;
  const said = text.search(/Còn \d+ mục cần xử lý|Chưa ghi được phiếu/);
  throw new Error(`not submitted: ${text.slice(said, said + 2_000)}`);
};

/** What stands in the question that has the focus. */
const typedInto = (panel: Page): Promise<string> =>
  panel.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element instanceof HTMLInputElement ? element.value : "";
  });

/** The board is really out of reach: nothing that follows could have arrived before it is healed. */
const officerIsAway = (workday: Workday): Promise<boolean> =>
  fetch(`${workday.demo.boardUrl}/health`).then(
    () => false,
    () => true,
  );
