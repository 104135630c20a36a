import type { Frame, Page } from "puppeteer-core";
import { eventually } from "../harness/index.ts";
import { settledMarks } from "./drawn-marks.ts";
import type { FormTypist } from "./form-typist.ts";
import type { HisDriver } from "./his-driver.ts";
import { bannerText, openPanelFromBanner } from "./panel.ts";
import { seesText } from "./receptionist.ts";
import { dayAt, type Workday } from "./workday.ts";

/** Opens the page of the first managed person on screen, not an emergency. */
export const openManagedPage = async (workday: Workday, driver: HisDriver): Promise<Page> => {
  const page = await workday.openHis(driver);
  const rows = await settledMarks(page, driver, dayAt(driver), 30_000);
  const row = rows.find(({ expected, why }) => expected === "managed" && !why.includes("emergency"));
  await driver.openPatient(page, row?.code ?? "");
  return page;
};

/** Opens that page, and the panel beside it. */
export const openManagedPatient = async (
  workday: Workday,
  driver: HisDriver,
): Promise<{ readonly page: Page; readonly panel: Page }> => {
  const page = await openManagedPage(workday, driver);
  const panel = await openPanelFromBanner(workday.session, page);
  await panel.waitForSelector(">>> [part=check-in]", { visible: true });
  return { page, panel };
};

/** The first exam that is offered, by keyboard; resolves when its first question has the focus. */
export const openExam = (panel: Page): Promise<void> => openForm(panel, "[data-kind=exam]");

/**
 * The first form that is offered and fits, by keyboard; resolves when its first question has the focus. `frame`: where it
 * is offered, if not in the page itself.
 */
export const openForm = async (
  panel: Page,
  fitting: string,
  frame: Frame = panel.mainFrame(),
): Promise<void> => {
  const button = await frame.waitForSelector(`>>> [part=open-form]${fitting}`, { visible: true });
  await button?.focus();
  await panel.keyboard.press("Enter");
  await questionHasFocus(frame);
};

/** Resolves when a question of the open form has the focus. */
export const questionHasFocus = (frame: Page | Frame): Promise<unknown> =>
  eventually("the first question has the focus", () =>
    frame.evaluate(() => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element instanceof HTMLInputElement && element.closest(".body") !== null;
    }),
  );

/** Opens that patient again, and goes on with the draft. */
export const resumeExam = async (workday: Workday, driver: HisDriver, code: string): Promise<Page> => {
  const page = await workday.openHis(driver);
  await driver.openPatient(page, code);
  // A banner that is still being read moves its button: what stands still is clicked.
  await eventually("the banner knows the patient", async () => {
    const text = await bannerText(workday.session, page);
    return text !== "" && !text.includes("Đang đọc");
  });
  const panel = await openPanelFromBanner(workday.session, page);
  await seesText(panel, "Tiếp tục bản nháp");
  await openExam(panel);
  return panel;
};

/** Closes a form that was submitted, by keyboard; resolves when the lists are there again. */
export const closeForm = async (panel: Page): Promise<void> => {
  const button = await panel.waitForSelector(">>> [part=close]", { visible: true });
  await button?.focus();
  await panel.keyboard.press("Enter");
  await panel.waitForSelector(">>> [part=open-form]", { visible: true });
};

/** Looks again at the last form of a kind that was submitted, by keyboard. */
export const viewSubmitted = async (panel: Page, kind: string): Promise<void> => {
  const button = await panel.waitForSelector(`>>> [part=view-form][data-kind=${kind}]`, { visible: true });
  await button?.focus();
  await panel.keyboard.press("Enter");
};

/** Presses the submit button, which has the focus. @throws Error with what the form says is left to do */
export const submitForm = async (panel: Page | Frame, typist: FormTypist): Promise<void> => {
  await typist.press("Enter");
  const text = await seesText(panel, /Phiếu đã được ghi nhận|Chưa gửi được|Chưa ghi được phiếu/);
  if (text.includes("Phiếu đã được ghi nhận")) return;
  const said = text.search(/Còn \d+ mục cần xử lý|Chưa ghi được phiếu/);
  throw new Error(`not submitted: ${text.slice(said, said + 2_000)}`);
};
