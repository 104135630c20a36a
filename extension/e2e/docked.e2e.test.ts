import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { dockedProfile } from "./support/docked-profile.ts";
import { openForm, openManagedPage, submitForm } from "./support/exam-desk.ts";
import { FormTypist } from "./support/form-typist.ts";
import { clickBanner, openedPanel } from "./support/panel.ts";
import { reactDriver } from "./support/react-driver.ts";
import { seesText, shownText } from "./support/receptionist.ts";
import { measuredIn, observationsFrom, submittedSince } from "./support/submitted-forms.ts";
import { DOCTOR, OFFICER, startWorkday, type Workday } from "./support/workday.ts";

const FOLLOW_UP = '[aria-label*="tăng huyết áp"]';
const DELIVERED = "Máy chủ của đơn vị quản lý đã nhận";
/** Widths of what of ours stands over the page at its right edge, as the page itself can measure it. */
const dockWidths = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.body.children]
      .filter((element) => getComputedStyle(element).position === "fixed")
      .map((element) => element.getBoundingClientRect().width),
  );

const cover = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const over = document.createElement("div");
    over.id = "cover";
    over.style.cssText =
      "position:fixed;inset:0;z-index:2147483647;background:#fff;opacity:0.02;pointer-events:none";
    document.body.append(over);
  });

const uncover = (page: Page): Promise<void> =>
  page.evaluate(() => document.getElementById("cover")?.remove());

describe.each(browsersUnderTest())("forms docked in the page, where the profile prefers it, %s", (kind) => {
  let workday: Workday;
  let officer: BoardReader;
  let page: Page;
  let dock: Frame;
  const profile = dockedProfile();
  const began = Date.now();

  beforeAll(async () => {
    workday = await startWorkday(kind, { account: DOCTOR, profiles: { react: profile.file } });
    officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
  }, 300_000);
  afterAll(async () => {
    await workday?.end();
    profile.remove();
  });

  it("are not on screen before the banner is clicked, and then beside the patient", async () => {
    page = await openManagedPage(workday, reactDriver);
    dock = await workday.session.extensionFrame(page, "docked");
    expect(await dockWidths(page)).toEqual([]);
    await clickBanner(workday.session, page);
    await seesText(dock, "Theo dõi tăng huyết áp");
    expect(await dockWidths(page)).toEqual([441]);
  });

  it("keep every turn of the wheel to themselves, also where little stands in them", async () => {
    await page.evaluate(() => {
      const tall = document.createElement("div");
      tall.id = "tall";
      tall.style.height = "9000px";
      document.body.append(tall);
    });
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const turnAt = async (x: number): Promise<void> => {
      await page.mouse.move(x, height / 2);
      for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel({ deltaY: 300 });
      await pause(500);
    };
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
    await turnAt(width - 200);
    expect(await scrolled()).toBe(0);
    // A page that cannot be scrolled would prove nothing.
    await turnAt(100);
    await eventually("the page itself is scrolled", async () => (await scrolled()) > 0);
    await page.evaluate(() => {
      document.getElementById("tall")?.remove();
      scrollTo(0, 0);
    });
  });

  it("are filled in by keyboard and kept", async () => {
    // From before the form is there: at no moment was its button seen.
    await cover(page);
    await openForm(page, FOLLOW_UP, dock);
    const typist = new FormTypist(page, { frame: dock });
    expect(await typist.fill()).toBe(true);
    await seesText(dock, "Đã lưu trên máy này");
  });

  it("are submitted only where they are seen", async () => {
    const typist = new FormTypist(page, { frame: dock });
    if (kind === "firefox") {
      // This browser cannot prove it: the form goes on in a window of its own, with its draft.
      await typist.press("Enter");
      const panel = await openedPanel(workday.session);
      await uncover(page);
      await eventually("the docked frame is gone", async () => (await dockWidths(page)).length === 0);
      await openForm(panel, FOLLOW_UP);
      const inWindow = new FormTypist(panel, { codes: [] });
      expect(await inWindow.fill()).toBe(true);
      expect(inWindow.typed.characters).toBe(0);
      await submitForm(panel, inWindow);
      await seesText(panel, DELIVERED, 90_000);
    } else {
      await typist.press("Enter");
      await seesText(dock, "Chưa gửi: nút gửi và tên người bệnh phải hiện trọn");
      await uncover(page);
      await eventually("a button that is seen counts", async () => {
        await pause(300);
        if ((await shownText(dock)).includes("Phiếu đã được ghi nhận")) return true;
        await typist.press("Enter");
        return false;
      });
      await seesText(dock, DELIVERED, 90_000);
    }
    const [response, ...more] = await submittedSince(officer, began);
    expect(more).toEqual([]);
    if (response === undefined) throw new Error("nothing arrived");
    expect(measuredIn(await observationsFrom(officer, response))).toMatchObject({
      "8480-6": [130, "mm[Hg]"],
      "39156-5": [22.4, "kg/m2"],
    });
  });
});
