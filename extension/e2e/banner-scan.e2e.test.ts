import { bhytCode, cccdCode } from "@cadre-care/domain/synthetic";
import { demoDirectory } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differenceOutside } from "./fixtures/outside-our-hosts.ts";
import { eventually } from "./harness/index.ts";
import { plantProbe } from "./harness/page-probe.ts";
import { readPicture } from "./harness/pixels.ts";
import { axeInFrame } from "./support/axe-in-frame.ts";
import { beginScan, clickScanField, scanLine, scanLineSays } from "./support/banner-scan.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { keysSeenByPage, listenForKeys } from "./support/key-listener.ts";
import { seenByPage } from "./support/page-eyes.ts";
import { bannerText, clickBanner, openedPanel } from "./support/panel.ts";
import { reactDriver as driver } from "./support/react-driver.ts";
import { openPopup, seesText, shownText, unlock } from "./support/receptionist.ts";
import { wedge } from "./support/scanner.ts";
import { dayAt, startWorkday, type Workday } from "./support/workday.ts";

const { patients, expected } = dayAt(driver);
const outcomeOf = (code: string | undefined) =>
  expected[patients.findIndex((patient) => patient.code === code)]?.expectedOutcome;
/** Managed people with both cards, whose names nobody else has, and who are not on today's list. */
const people = demoDirectory().filter(
  (entry, _, all) =>
    entry.birthDate.day !== undefined &&
    entry.birthDate.year > 1955 &&
    entry.identifiers.some(({ kind }) => kind === "bhyt") &&
    !patients.some(({ name }) => name.normalize("NFC") === entry.name) &&
    all.filter(({ name }) => name === entry.name).length === 1,
);
const personAt = (place: number) => {
  const person = people[place];
  if (person === undefined) throw new Error("the directory is too small");
  return person;
};
/** Nobody's: a well-formed number of the synthetic province. */
const STRANGER = "003099000001";

describe.each(browsersUnderTest())("scanning in the banner, %s", (kind) => {
  let workday: Workday;
  let page: Page;

  beforeAll(async () => {
    workday = await startWorkday(kind);
    page = await workday.session.browser.newPage();
    await plantProbe(page);
    await page.goto(workday.demo.hisUrls.react, { waitUntil: "domcontentloaded" });
    await driver.listReady(page);
    await showStranger();
    await listenForKeys(page);
  });
  afterAll(() => workday?.end());

  /** Somebody on screen whom nobody manages. */
  const showStranger = async () => {
    const row = (await driver.visibleRows(page)).find(({ code }) => outcomeOf(code) === "not-managed");
    await driver.openPatient(page, row?.code ?? "");
    await bannerSays(/^Không có trong danh sách quản lý/);
  };
  const bannerSays = (wanted: RegExp) =>
    eventually(
      `${wanted} in the banner`,
      async () => wanted.test(await bannerText(workday.session, page)),
      30_000,
    );
  const says = (wanted: RegExp) => scanLineSays(workday.session, page, wanted);
  const begin = () => beginScan(workday.session, page);
  const leave = async () => {
    await page.keyboard.press("Escape");
    await eventually("the patient's strip", async () => (await scanLine(workday.session, page)).said === "");
  };

  it("a wedge's scan is answered in the line, whose it is first; the page gets no key of it", async () => {
    await begin();
    const person = personAt(0);
    await wedge(page, cccdCode(person, 11));
    const { said, typed, focused } = await says(/^Người vừa quét: Thuộc diện quản lý/);
    expect(said).toContain("Không phải người bệnh đang mở trên trang. Quy trình");
    expect(said).not.toContain(person.name);
    expect([typed, focused]).toEqual(["", true]);
    await wedge(page, STRANGER);
    await says(/^Người vừa quét: Không có trong danh sách quản lý/);
    await wedge(page, bhytCode(personAt(1)));
    await says(/^Người vừa quét: Thuộc diện quản lý/);
    await wedge(page, cccdCode({ ...personAt(2), name: "Đỗ Văn Khác", birthDate: { year: 1999 } }));
    await says(/^Người vừa quét: Thông tin mâu thuẫn.*Họ tên vừa quét khác/);
    expect(await keysSeenByPage(page)).toEqual([]);
    // A listener that hears nothing would prove nothing.
    await leave();
    await page.mouse.click(640, 840);
    await page.keyboard.press("Enter");
    await eventually("the page's own keys", async () => (await keysSeenByPage(page)).includes("Enter"));
  });

  it("a scan that an input method garbled says what to do, and stays in the field", async () => {
    await begin();
    const garbled = `${cccdCode(personAt(3)).slice(0, 12)}||NGUYEENX VAWN ANH|02031960|Nuwx|Xax Maaux|10052021`;
    await wedge(page, garbled);
    const { said, typed } = await says(/Tắt bộ gõ tiếng Việt rồi quét lại/);
    expect(said).not.toContain("Người vừa quét");
    expect(typed).toBe(garbled);
    await wedge(page, cccdCode(personAt(3)));
    await says(/^Người vừa quét: Thuộc diện quản lý/);
    await leave();
    await bannerSays(/^Không có trong danh sách quản lý/);
  });

  it("the page's pixels and what its script can know stay as they are, whatever the line says", async () => {
    const address = workday.demo.hisUrls.react;
    const box = await driver.bannerBox(page);
    const own = { left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 };
    const picture = async () => readPicture(await page.screenshot());
    await begin();
    await seenByPage(page, driver, address);
    const looked = async () =>
      (await seenByPage(page, driver, address)).facts.map(({ points: _, ...facts }) => facts);
    const before = { facts: await looked(), picture: await picture() };
    for (const [code, answer] of [
      [cccdCode(personAt(4)), /Thuộc diện quản lý/],
      [STRANGER, /Không có trong danh sách/],
      ["003160000001||NGUYEENX VAWN ANH|02031960|Nuwx|Xax|10052021", /Tắt bộ gõ/],
    ] as const) {
      // Looking for text takes Firefox's focus along.
      await clickScanField(workday.session, page);
      await wedge(page, code);
      await says(answer);
      expect(await looked()).toEqual(before.facts);
      const ratio = before.picture.width / (await page.evaluate(() => innerWidth));
      expect(differenceOutside(before.picture, await picture(), [own], ratio)).toMatchObject({ pixels: 0 });
      expect((await driver.bannerBox(page)).height).toBe(56);
    }
  });

  it("has nothing that axe finds wrong, in the line and in the strip with its button", async () => {
    const looked = async () => {
      const { wrong, checked } = await axeInFrame(workday.session, page, "banner");
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(5);
    };
    await looked();
    await clickScanField(workday.session, page);
    await leave();
    await looked();
  });

  it("ends with the page's patient: the answer is gone, and no line is left anywhere", async () => {
    await begin();
    await wedge(page, cccdCode(personAt(6)));
    await says(/Thuộc diện quản lý/);
    await driver.nextPatient(page);
    await eventually("no scan line", async () => (await scanLine(workday.session, page)).said === "");
    const frame = await workday.session.extensionFrame(page, "banner");
    expect(
      await workday.session.askFrame(frame, () => String(document.querySelectorAll("scan-strip").length)),
    ).toBe("0");
    expect(await bannerText(workday.session, page)).not.toContain("Người vừa quét");
  });

  it("has no button in an emergency, nor while locked, and the lock ends it", async () => {
    await eventually("an emergency patient", async () => {
      if ((await bannerText(workday.session, page)).startsWith("Ưu tiên cấp cứu trước")) return true;
      await driver.nextPatient(page);
      await bannerSays(/^(?!Đang đọc)/);
      return false;
    });
    expect(await scanButtonsOnScreen()).toBe(0);
    await driver.backToList(page);
    await showStranger();
    expect(await scanButtonsOnScreen()).toBe(1);
    await begin();
    const popup = await openPopup(workday.session);
    await popup.waitForSelector(">>> [part=lock]", { visible: true });
    await (await popup.$(">>> [part=lock]"))?.click();
    await seesText(popup, "Đang khóa");
    await popup.close();
    await page.bringToFront();
    await bannerSays(/^Chưa đánh dấu/);
    expect((await scanLine(workday.session, page)).said).toBe("");
    expect(await scanButtonsOnScreen()).toBe(0);
    await (await unlock(workday.session)).close();
    await page.bringToFront();
    await bannerSays(/^Không có trong danh sách quản lý/);
  });

  it("opens the panel only at a click, about the person scanned, and the strip's own button about the patient", async () => {
    await begin();
    const person = personAt(5);
    await wedge(page, cccdCode(person));
    await says(/Thuộc diện quản lý/);
    const panels = () =>
      workday.session.browser.targets().filter((target) => target.url().includes("panel/panel.html")).length;
    expect(panels()).toBe(0);
    await clickBanner(workday.session, page, "open");
    const panel = await openedPanel(workday.session);
    await seesText(panel, `Người bệnh ${person.name}`);
    expect(await shownText(panel)).toContain("Người vừa quét");
    await page.bringToFront();
    // By keyboard: beside an open side panel Chromium's driver does not find the frame with the mouse.
    await leave();
    await page.keyboard.press("Enter");
    await eventually("the scan field again", async () => (await scanLine(workday.session, page)).focused);
    await leave();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await eventually("the page's patient", async () => !(await shownText(panel)).includes("Người vừa quét"));
    await panel.close().catch(() => undefined);
    await page.bringToFront();
  });

  const scanButtonsOnScreen = async (): Promise<number> => {
    const frame = await workday.session.extensionFrame(page, "banner");
    const answer = await workday.session.askFrame(frame, () => {
      const lane = [...document.querySelectorAll<HTMLElement>(".lane")].find((one) => !one.inert);
      const button = lane?.querySelector("scan-button");
      return String(button !== null && button !== undefined && button.getClientRects().length > 0 ? 1 : 0);
    });
    return Number(answer);
  };
});
