import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { openExam, openManagedPatient, resumeExam, submitExam } from "./support/exam-desk.ts";
import { FormTypist } from "./support/form-typist.ts";
import { clickDeep, seesText, shownText, unlock } from "./support/receptionist.ts";
import { DOCTOR, DRIVERS, startWorkday, type Workday } from "./support/workday.ts";

const OFFICER = { login: "quanly", password: "quanly-mau-2026" };

/** What was typed in the first open question that takes words. */
const NOTE = "Ghi chú viết tay của bác sĩ";

describe.each(browsersUnderTest())("an exam in %s", (kind) => {
  let workday: Workday;
  let officer: BoardReader;
  let began = 0;
  beforeEach(async () => {
    workday = await startWorkday(kind, { account: DOCTOR });
    officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
    began = Date.now();
  });
  afterEach(() => workday?.end());

  /** What was submitted in this test; the demo's people have been examined before. */
  const submitted = async () =>
    (await officer.search("QuestionnaireResponse")).filter(
      ({ authored }) => Date.parse(String(authored)) >= began,
    );

  /** The board has the form once, and each of its values once. */
  const expectOnce = async (): Promise<void> => {
    const [response, ...more] = await submitted();
    expect(more).toEqual([]);
    expect(response).toMatchObject({ status: "completed" });
    const source = `QuestionnaireResponse/${response?.id}`;
    const values = (await officer.everything("Observation")).filter(({ derivedFrom }) =>
      JSON.stringify(derivedFrom ?? []).includes(`"${source}"`),
    );
    for (const value of values) expect(value).toMatchObject({ status: "final" });
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
        await submitExam(panel, typist);
        const { keystrokes, answers, characters } = typist.typed;
        expect(answers).toBeGreaterThan(100);
        expect(keystrokes).toBeLessThanOrEqual(1.1 * (answers + characters));
        await seesText(panel, "Máy chủ của đơn vị quản lý đã nhận", 90_000);
        await expectOnce();
        const [response] = await submitted();
        const [encounter] = await officer.search("Encounter");
        expect(response).toMatchObject({ encounter: { reference: `Encounter/${encounter?.id}` } });
      });

      it("survives another patient, a killed browser and a board that is away", async () => {
        const { page, panel: first } = await openManagedPatient(workday, driver);
        const code = await driver.shownPatient(page);
        const shown = await seesText(first, "Biểu mẫu");
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
        await submitExam(panel, typist);
        await seesText(panel, "đang chờ gửi");
        expect(await officerIsAway(workday)).toBe(true);
        workday.faults.heal();
        await seesText(panel, "Máy chủ của đơn vị quản lý đã nhận", 120_000);
        await expectOnce();
        const [response] = await submitted();
        expect(JSON.stringify(response)).toContain(NOTE);
        // Of the person whom the panel showed when the form was opened, and of nobody else.
        const subject = z.object({ reference: z.string() }).parse(response?.subject).reference;
        const [patient] = await officer.search("Patient", `_id=${subject.replace("Patient/", "")}`);
        const [name] = z.array(z.object({ text: z.string() })).parse(patient?.name);
        expect(name?.text).toBeTruthy();
        expect(shown).toContain(name?.text);
      });
    },
  );
});

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
