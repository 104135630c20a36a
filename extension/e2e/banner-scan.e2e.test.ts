import { bhytCode, cccdCode } from "@cadre-care/domain/synthetic";
import { demoDirectory } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { beginScan, scanLine, scanLineSays } from "./support/banner-scan.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { keysSeenByPage, listenForKeys } from "./support/key-listener.ts";
import { bannerText } from "./support/panel.ts";
import { reactDriver as driver } from "./support/react-driver.ts";
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
});
