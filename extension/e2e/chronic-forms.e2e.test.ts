import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrivedOnce, expectFewKeys, expectSound } from "./support/arrived-form.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { FOLLOW_UPS } from "./support/chronic-follow-ups.ts";
import { openManagedPage, questionHasFocus, submitForm } from "./support/exam-desk.ts";
import { FormTypist } from "./support/form-typist.ts";
import { enterByTab, openPanelByKeyboard } from "./support/keyboard-walk.ts";
import { seesText } from "./support/receptionist.ts";
import { answersOf, measuredIn } from "./support/submitted-forms.ts";
import { DOCTOR, DRIVERS, OFFICER, startWorkday, type Workday } from "./support/workday.ts";

/** One HIS a browser: what differs between the two is the way to the banner. */
const besides = browsersUnderTest().map((kind, index) => [kind, DRIVERS[index % DRIVERS.length]] as const);

/** The day that a form opened at that moment proposes. */
const dayInVietnam = (moment: number): string => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10);

describe.each(besides)("chronic diseases followed up without a mouse in %s", (kind, driver) => {
  let workday: Workday;
  let officer: BoardReader;
  let panel: Page;

  beforeAll(async () => {
    if (driver === undefined) throw new Error("no HIS");
    workday = await startWorkday(kind, { account: DOCTOR });
    officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
    const page = await openManagedPage(workday, driver);
    panel = await openPanelByKeyboard(workday.session, page);
    await enterByTab(panel, "[part=check-in]");
    await seesText(panel, "Đơn vị quản lý đã nhận");
  });
  afterAll(() => workday?.end());

  it.each(FOLLOW_UPS)(
    "takes $title from the list of forms to the board, every value read back",
    async ({ title, habits, answers, measured }) => {
      const began = Date.now();
      await enterByTab(panel, `[part=open-form][aria-label$="${title}"]`);
      await questionHasFocus(panel);
      const typist = new FormTypist(panel, habits);
      expect(await typist.fill()).toBe(true);
      await submitForm(panel, typist);
      expectFewKeys(typist, 15);
      await seesText(panel, "Máy chủ của đơn vị quản lý đã nhận", 90_000);
      const { response, observations } = await arrivedOnce(officer, began);
      expect(measuredIn(observations)).toEqual(measured);
      expect(answersOf(response)).toMatchObject({
        "ngay-kham": [dayInVietnam(began)],
        "bac-si": ["BS. Phạm Minh Khám (mẫu)"],
        "dat-muc-tieu": ["dat"],
        ...answers,
      });
      const [encounter] = await officer.search("Encounter");
      expect(response).toMatchObject({
        encounter: { reference: `Encounter/${encounter?.id}` },
        subject: encounter?.subject,
      });
      await enterByTab(panel, "[part=close]");
      await panel.waitForSelector(">>> [part=open-form]", { visible: true });
      expectSound(response, ...observations);
    },
  );
});
