import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { TourContext } from "../../../scripts/tour/tour-context.ts";
import { type BrowserSession, eventually, launch } from "../harness/index.ts";
import { signIn } from "../harness/sign-in.ts";
import { BoardReader } from "../support/board-reader.ts";
import { settledMarks, wrongRows } from "../support/drawn-marks.ts";
import type { HisDriver } from "../support/his-driver.ts";
import { jqgridDriver } from "../support/jqgrid-driver.ts";
import { bannerText, openPanelFromBanner } from "../support/panel.ts";
import { reactDriver } from "../support/react-driver.ts";
import { clickDeep, enterSecret, openPopup, SECRET, seesText, shownText } from "../support/receptionist.ts";
import { dayAt, OFFICER, RECEPTIONIST, ROSTER_READY } from "../support/workday.ts";

const PANEL = { width: 420, height: 860 };

/** Popup and panel are narrow; a picture of them is as wide as a receptionist sees it. */
const pictureOf = async (page: Page, size = PANEL): Promise<Uint8Array> => {
  await page.setViewport(size);
  await page.evaluate(async () => {
    await document.fonts.ready;
    scrollTo(0, 0);
    // The side panel takes its new size a few frames late.
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  return page.screenshot();
};

const openList = async (session: BrowserSession, driver: HisDriver, address: string): Promise<Page> => {
  const page = await session.open(address);
  await driver.listReady(page);
  return page;
};

const marksAreRight = async (page: Page, driver: HisDriver): Promise<boolean> => {
  const rows = await settledMarks(page, driver, dayAt(driver), 60_000);
  return rows.length > 0 && wrongRows(rows).length === 0 && rows.some(({ drawn }) => drawn === "managed");
};

/** The receptionist's job from the first sign-in to the delivered check-in; every step's outcome is checked. */
export const runTour = async ({ demo, step, workDir }: TourContext): Promise<void> => {
  const profileDir = join(workDir, "chromium");
  const start = () => launch("chromium", { extensionDir: demo.extensionDirs.chromium, profileDir });
  let session = await start();
  try {
    await step(
      { vi: "Đăng nhập lần đầu trên máy này", en: "First sign-in on this machine" },
      async ({ check, picture }) => {
        const popup = await openPopup(session);
        await check(
          "the popup says that nobody is signed in",
          seesText(popup, "Chưa đăng nhập").then(() => true),
        );
        await picture(await pictureOf(popup));
        await clickDeep(popup, ">>> [part=sign-in]");
        const page = await session.pageWhere("the board's sign-in", (address) =>
          address.startsWith(demo.boardUrl),
        );
        await page.waitForSelector("input[name=login]");
        await picture(await page.screenshot(), {
          vi: "Trang đăng nhập của đơn vị quản lý, không phải của HIS",
          en: "The board's own sign-in page",
        });
        await signIn(session, demo.boardUrl, RECEPTIONIST);
        await popup.bringToFront();
        await enterSecret(popup, SECRET);
        await check(
          "the list of 1,500 is on the machine",
          seesText(popup, ROSTER_READY).then(() => true),
        );
        await picture(await pictureOf(popup), {
          vi: "Đã mở khóa, danh sách đã về máy (được mã hóa)",
          en: "Unlocked, the list is on the machine",
        });
        await popup.close();
      },
    );

    let page = await openList(session, reactDriver, demo.hisUrls.react);
    await step(
      { vi: "HIS React: đúng người được đánh dấu", en: "React HIS: the right rows are marked" },
      async ({ check, picture }) => {
        await check("exactly the managed rows carry a mark", marksAreRight(page, reactDriver));
        await picture(await page.screenshot());
        await page.close();
      },
    );

    page = await openList(session, jqgridDriver, demo.hisUrls.jqgrid);
    const day = dayAt(jqgridDriver);
    const managed = day.patients.find((_, index) => {
      const row = day.expected[index];
      return row?.expectedOutcome === "managed" && !row.reason.includes("emergency");
    });
    const emergency = day.patients.find((patient) => patient.priority === "Cấp cứu");
    await step(
      { vi: "HIS jqGrid: đúng người được đánh dấu", en: "jqGrid HIS: the right rows are marked" },
      async ({ check, picture }) => {
        await check("exactly the managed rows carry a mark", marksAreRight(page, jqgridDriver));
        await picture(await page.screenshot());
      },
    );

    await step(
      { vi: "Người bệnh cấp cứu: không đề nghị việc gì khác", en: "Emergency first" },
      async ({ check, picture }) => {
        await jqgridDriver.openPatient(page, emergency?.code ?? "");
        const said = await eventually("the banner speaks", async () => {
          const text = await bannerText(session, page);
          return text.startsWith("Ưu tiên cấp cứu trước") ? text : undefined;
        });
        await check("emergency first, and no other call to action", !said.includes("Mở bảng chăm sóc"));
        await picture(await page.screenshot());
        await jqgridDriver.backToList(page);
      },
    );

    let panel: Page | undefined;
    await step(
      { vi: "Mở người bệnh: dải thông tin và bảng chăm sóc", en: "Banner and care panel" },
      async ({ check, picture }) => {
        await jqgridDriver.openPatient(page, managed?.code ?? "");
        await check(
          "the banner names the process",
          eventually("the process", async () => (await bannerText(session, page)).startsWith("Quy trình")),
        );
        await picture(await page.screenshot());
        panel = await openPanelFromBanner(session, page);
        await check(
          "the panel names the person",
          seesText(panel, managed?.name.normalize("NFC").trim() ?? "").then(() => true),
        );
        await panel.waitForSelector(">>> [part=check-in]", { visible: true });
        await picture(await pictureOf(panel), {
          vi: "Bảng chăm sóc bên cạnh trang HIS",
          en: "The care panel beside the page",
        });
      },
    );

    await step(
      { vi: "Máy chủ mất kết nối: tiếp nhận vẫn được lưu", en: "Board away: the check-in is saved" },
      async ({ check, picture }) => {
        if (panel === undefined) throw new Error("no panel");
        await demo.board.kill();
        await clickDeep(panel, ">>> [part=check-in]");
        await check(
          "saved on this machine",
          seesText(panel, "Đã lưu trên máy này").then(() => true),
        );
        await picture(await pictureOf(panel));
      },
    );

    await step(
      { vi: "Máy tắt đột ngột, mở lại: mọi thứ đang khóa", en: "Killed and started again: locked" },
      async ({ check, picture }) => {
        await session.kill();
        session = await start();
        page = await openList(session, jqgridDriver, demo.hisUrls.jqgrid);
        const popup = await openPopup(session);
        const shown = await seesText(popup, "Đang khóa");
        await check("nothing about a patient is shown", !shown.includes(managed?.name ?? "?"));
        await picture(await pictureOf(popup));
        await enterSecret(popup, SECRET);
        await seesText(popup, "Trang HIS");
        await check(
          "the check-in still waits",
          seesText(popup, /1 mục chờ gửi|chờ gửi: 1|1 .*chờ gửi/).then(() => true),
        );
        await picture(await pictureOf(popup), {
          vi: "Mở khóa: lượt tiếp nhận vẫn còn, đang chờ gửi",
          en: "Unlocked: the check-in still waits",
        });
        await popup.close();
      },
    );

    await step(
      { vi: "Máy chủ trở lại: đến nơi đúng một lần", en: "Board back: delivered once" },
      async ({ check, picture }) => {
        await demo.board.start();
        const popup = await openPopup(session);
        await seesText(popup, /Nguyễn Thị Lễ Tân/);
        await check(
          "nothing waits any more",
          seesText(popup, "Không còn gì chờ gửi", 180_000).then(() => true),
        );
        const redirect = demo.redirectUris.find((uri) => uri.includes("chromiumapp")) ?? "";
        const officer = await BoardReader.signIn(demo.boardUrl, redirect, OFFICER);
        await check("one Encounter at the board", (await officer.search("Encounter")).length === 1);
        await check("one Provenance at the board", (await officer.visitProvenances()).length === 1);
        await picture(await pictureOf(popup));
        await clickDeep(popup, '>>> [lang="en"]');
        await check(
          "English by one click",
          eventually("English", async () => (await shownText(popup)).includes("Waiting to be sent")),
        );
        await picture(await pictureOf(popup), {
          vi: "Chuyển sang tiếng Anh bằng một lần bấm",
          en: "English by one click",
        });
      },
    );
  } finally {
    await session.close();
  }
};
