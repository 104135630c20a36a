import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually } from "./harness/index.ts";
import { arrivedOnce, expectFewKeys, expectSound } from "./support/arrived-form.ts";
import { BoardReader, type BoardResource } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import {
  closeForm,
  openExam,
  openForm,
  openManagedPatient,
  resumeExam,
  submitForm,
  viewSubmitted,
} from "./support/exam-desk.ts";
import { FormTypist } from "./support/form-typist.ts";
import { clickDeep, seesText, shownText, unlock } from "./support/receptionist.ts";
import { answersOf, measuredIn, submittedSince } from "./support/submitted-forms.ts";
import { DOCTOR, DRIVERS, OFFICER, startWorkday, type Workday } from "./support/workday.ts";

/** The demo doctor as the board names them. */
const DOCTOR_NAME = "BS. Phạm Minh Khám (mẫu)";

/** What was typed in the first open question that takes words. */
const NOTE = "Ghi chú viết tay của bác sĩ";

/** A key for each run, so that every reason of the form is taken somewhere. */
const REASONS = [
  ["1", "1a"],
  ["2", "1b"],
  ["3", "2"],
] as const;

const DELIVERED = "Máy chủ của đơn vị quản lý đã nhận";

describe.each(browsersUnderTest().map((kind, index) => [kind, index] as const))(
  "a doctor's forms in %s",
  (kind, browser) => {
    describe.each(DRIVERS.map((driver, index) => [driver.name, driver, index] as const))(
      "beside the %s HIS",
      (_name, driver, his) => {
        let workday: Workday;
        let officer: BoardReader;
        let began = 0;
        let page: Page;
        let panel: Page;
        let exam: BoardResource | undefined;
        beforeAll(async () => {
          workday = await startWorkday(kind, { account: DOCTOR });
          officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
        });
        beforeEach(() => {
          began = Date.now();
        });
        afterAll(() => workday?.end());

        it("takes an exam from opening to delivered by keyboard alone, with few more keys than answers", async () => {
          ({ page, panel } = await openManagedPatient(workday, driver));
          await clickDeep(panel, ">>> [part=check-in]");
          await seesText(panel, "Đơn vị quản lý đã nhận");
          await openExam(panel);
          const typist = new FormTypist(panel);
          expect(await typist.fill()).toBe(true);
          await submitForm(panel, typist);
          expectFewKeys(typist, 100);
          await seesText(panel, DELIVERED, 90_000);
          const { response, observations } = await arrivedOnce(officer, began);
          expect(Object.keys(measuredIn(observations))).toContain("8302-2");
          // Who concludes is who is signed in: proposed, and confirmed with the section.
          expect(answersOf(response)["bs-ket-luan"]).toEqual([DOCTOR_NAME]);
          const [encounter] = await officer.search("Encounter");
          expect(response).toMatchObject({ encounter: { reference: `Encounter/${encounter?.id}` } });
          exam = response;
          expectSound(response, ...observations);
        });

        it("refers the patient on what the exam said, once, with every value read back", async () => {
          const [key, reason] = REASONS[(2 * browser + his) % REASONS.length] ?? REASONS[0];
          await closeForm(panel);
          await openForm(panel, "[data-kind=referral]");
          const typist = new FormTypist(panel, {
            codes: ["insulin tip 2"],
            answers: [
              [/PCCSKBCB/, "12/2026"],
              [/Chuyển hồi/, "22/11/2026 14:30"],
            ],
            choices: [
              [/Lý do chuyển/, key],
              [/01 năm/, "2"],
            ],
          });
          expect(await typist.fill()).toBe(true);
          await submitForm(panel, typist);
          expectFewKeys(typist, 30);
          await seesText(panel, DELIVERED, 90_000);
          const { response } = await arrivedOnce(officer, began);
          expect(answersOf(response)).toMatchObject({
            "kinh-gui": ["bv-trung-uong"],
            "so-phieu": ["12/2026"],
            "dau-hieu": ["Bình thường"],
            "chan-doan": ["I10", "E11"],
            "ly-do-chuyen": [reason],
            "chuyen-hoi": [expect.stringMatching(/^2026-11-22T14:30:00/)],
            "mot-nam": [false],
            "ngay-ky": ["2026-11-22"],
            "nguoi-hanh-nghe": [DOCTOR_NAME],
          });
          const requests = await officer.search("ServiceRequest");
          expect(requests).toHaveLength(1);
          expect(requests[0]).toMatchObject({
            status: "active",
            intent: "plan",
            requisition: { value: "12/2026" },
            subject: response.subject,
            encounter: response.encounter,
            performer: [{ identifier: { value: "bv-trung-uong" } }],
            // Ten working days, the day of signing not counted.
            occurrencePeriod: { start: "2026-11-22", end: "2026-12-04" },
            supportingInfo: [response, exam].map((form) => ({
              reference: `QuestionnaireResponse/${form?.id}`,
            })),
          });
          const codings = z.array(z.object({ coding: z.array(z.object({ code: z.string() })) }));
          const reasons = codings.parse(requests[0]?.reasonCode).map(({ coding }) => coding[0]?.code);
          expect(reasons).toEqual([reason, "I10", "E11"]);
          const tasks = await officer.search("Task", "code=referral");
          expect(
            tasks.filter(({ focus }) => JSON.stringify(focus).includes(String(requests[0]?.id))),
          ).toHaveLength(1);
          expectSound(response, ...requests, ...tasks);
        });

        it("follows a chronic disease up: what was measured arrives in UCUM", async () => {
          await closeForm(panel);
          await openForm(panel, '[aria-label*="tăng huyết áp"]');
          const typist = new FormTypist(panel, { answers: [[/Kali/, "4,2"]], codes: ["I10"] });
          expect(await typist.fill()).toBe(true);
          await submitForm(panel, typist);
          expectFewKeys(typist, 15);
          await seesText(panel, DELIVERED, 90_000);
          const { response, observations } = await arrivedOnce(officer, began);
          expect(measuredIn(observations)).toEqual({
            "8480-6": [130, "mm[Hg]"],
            "8462-4": [80, "mm[Hg]"],
            "8867-4": [72, "/min"],
            "29463-7": [61, "kg"],
            "8302-2": [165, "cm"],
            "39156-5": [22.4, "kg/m2"],
            "14682-9": [90, "umol/L"],
            "2823-3": [4.2, "mmol/L"],
          });
          const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
          expect(answersOf(response)).toMatchObject({
            "ngay-kham": [today],
            "bac-si": [DOCTOR_NAME],
            "dat-muc-tieu": ["dat"],
          });
          await closeForm(panel);
          expectSound(response, ...observations);
        });

        it("shows a delivered form again as the board has it", async () => {
          await viewSubmitted(panel, "exam");
          const text = await seesText(panel, "Bản ở máy chủ của đơn vị quản lý");
          expect(text).toContain("chỉ xem, không sửa được");
          expect(text).toContain(DOCTOR_NAME);
          await closeForm(panel);
        });

        it("keeps an exam through another patient, a killed browser and a board that is away", async () => {
          const code = await driver.shownPatient(page);
          const shown = await seesText(panel, "Biểu mẫu");
          await openExam(panel);
          const before = new FormTypist(panel);
          await before.type(NOTE);
          await before.press("Enter");
          expect(await before.fill(8)).toBe(false);
          await seesText(panel, "Đã lưu trên máy này");
          await page.bringToFront();
          await driver.nextPatient(page);
          await seesText(panel, "Trang HIS đang mở người bệnh khác");
          expect(await shownText(panel)).toContain("Phiếu của");
          await workday.session.kill();
          await workday.relaunch();
          await (await unlock(workday.session)).close();
          panel = await resumeExam(workday, driver, code);
          expect(await typedInto(panel)).toBe(NOTE);
          workday.faults.inject({ kind: "down" });
          const typist = new FormTypist(panel);
          expect(await typist.fill()).toBe(true);
          await submitForm(panel, typist);
          await seesText(panel, "đang chờ gửi");
          expect(await officerIsAway(workday)).toBe(true);
          // What waits is shown from here; what the board has, only by the board.
          await closeForm(panel);
          await viewSubmitted(panel, "exam");
          expect(await seesText(panel, "Bản đang chờ gửi trên máy này")).toContain(NOTE);
          await closeForm(panel);
          await viewSubmitted(panel, "referral");
          await seesText(panel, "chỉ xem lại được từ đó");
          await closeForm(panel);
          workday.faults.heal();
          await eventually(
            "the board has it",
            async () => (await submittedSince(officer, began))[0],
            120_000,
          );
          const { response } = await arrivedOnce(officer, began);
          expect(JSON.stringify(response)).toContain(NOTE);
          // Of the person whom the panel showed when the form was opened, and of nobody else.
          const subject = z.object({ reference: z.string() }).parse(response.subject).reference;
          const [patient] = await officer.search("Patient", `_id=${subject.replace("Patient/", "")}`);
          const [name] = z.array(z.object({ text: z.string() })).parse(patient?.name);
          expect(name?.text).toBeTruthy();
          expect(shown).toContain(name?.text);
        });
      },
    );
  },
);

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
