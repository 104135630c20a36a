import type { Frame, Page } from "puppeteer-core";
import { eventually } from "../harness/index.ts";
import { boxBefore, type HisDriver, rowsInFrame } from "./his-driver.ts";

const frameOf = (page: Page, address: string): Promise<Frame> =>
  eventually(`frame ${address}`, () => page.frames().find((frame) => frame.url().includes(address)));

const list = (page: Page) => frameOf(page, "danh-sach.html");
const patient = (page: Page) => frameOf(page, "benh-nhan.html");

const idle = async (frame: Frame): Promise<void> => {
  await eventually("grid loaded", () =>
    frame.evaluate(
      () =>
        document.querySelector("tr.jqgrow") !== null &&
        ![...document.querySelectorAll<HTMLElement>(".loading")].some((one) => one.offsetParent !== null),
    ),
  );
};

const press = async (frame: Frame, selector: string): Promise<void> => {
  await frame.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
};

const patientShown = (page: Page, previous: string): Promise<unknown> =>
  eventually("another patient is shown", async () => {
    const code = await jqgridDriver.shownPatient(page);
    return code !== "" && code !== previous;
  });

/** The jqGrid demo: list and patient in an inner frame, constant address. */
export const jqgridDriver: HisDriver = {
  name: "jqgrid",
  listReady: async (page) => idle(await list(page)),
  visibleRows: async (page) =>
    rowsInFrame(await list(page), {
      row: "tr.jqgrow",
      scroller: ".ui-jqgrid-bdiv",
      code: 'td[aria-describedby$="_MABENHNHAN"]',
    }),
  scrollTo: async (page, pixels) => {
    const frame = await list(page);
    await frame.evaluate((top) => document.querySelector(".ui-jqgrid-bdiv")?.scrollTo({ top }), pixels);
  },
  turnPage: async (page) => {
    const frame = await list(page);
    await press(frame, ".ui-pg-button[id^=next]");
    await idle(frame);
  },
  sortByName: async (page) => {
    const frame = await list(page);
    await press(frame, '[id$="_TENBENHNHAN"] .ui-jqgrid-sortable');
    await idle(frame);
  },
  search: async (page, text) => {
    const frame = await list(page);
    await frame.evaluate((wanted) => {
      const field = document.querySelector<HTMLInputElement>("#txtTuKhoa");
      if (field !== null) field.value = wanted;
    }, text);
    await press(frame, "#btnTim");
    await idle(frame);
  },
  reload: async (page) => {
    const frame = await list(page);
    await press(frame, "#btnTaiLai");
    await idle(frame);
  },
  openPatient: async (page, code) => {
    const frame = await list(page);
    await frame.evaluate((wanted) => {
      const cells = [...document.querySelectorAll('td[aria-describedby$="_MABENHNHAN"]')];
      cells
        .find((cell) => cell.textContent?.trim() === wanted)
        ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }, code);
    await press(frame, "#btnHoSo");
    await eventually("the patient is shown", async () => (await jqgridDriver.shownPatient(page)) === code);
  },
  nextPatient: async (page) => {
    const before = await jqgridDriver.shownPatient(page);
    await press(await patient(page), "#btnSau");
    await patientShown(page, before);
  },
  backToList: async (page) => {
    await press(await patient(page), "#btnDanhSach");
    await idle(await list(page));
  },
  bannerBox: async (page) => boxBefore(await patient(page), "#divHanhChinh"),
  shownPatient: async (page) =>
    (await patient(page)).evaluate(
      () => document.querySelector<HTMLInputElement>("#txtMABENHNHAN")?.value ?? "",
    ),
};
