import { hospitalDay, type RunningHis } from "@cadre-care/example-his-common";
import { fixturePeople, SEED, startFixtures } from "@cadre-care/example-his-fixtures";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { crowd, datatableRows, flicker } from "./support/datatables-page.ts";
import { drawnRows, settledMarks, wrongRows } from "./support/drawn-marks.ts";
import { removeHostsForever } from "./support/hostile-page.ts";
import { bannerText } from "./support/panel.ts";
import { changePolicy } from "./support/policy-writer.ts";
import { clickDeep, seesText, shownText } from "./support/receptionist.ts";
import { viewOfTab } from "./support/scanner.ts";
import { OFFICER, startWorkday, type Workday } from "./support/workday.ts";

const FIXTURE = "f4-datatables";
const LIST = `/${FIXTURE}/index.html`;
/** While one synchronisation is under way, another is not begun. */
const SYNCHRONISE = ">>> [part=sync][aria-disabled=false]";
const NOT_MARKED = "Không đánh dấu để tránh nhầm người.";
const TELL_IT = `Hãy báo bộ phận CNTT kiểm tra hồ sơ trang «${FIXTURE}», bản 1.`;

const detail = z.object({ type: z.string(), valueString: z.string() });
const event = z.object({
  recorded: z.string(),
  subtype: z.array(z.object({ code: z.string() })),
  entity: z.array(
    z.object({ what: z.object({ identifier: z.object({ value: z.string() }) }), detail: z.array(detail) }),
  ),
});

const DETAILS = ["page", "place", "off", "count", "day"];

/** What the board holds of site problems, as a board officer lists them. */
const reportsTo = async (officer: BoardReader) =>
  (await officer.search("AuditEvent", "subtype=site-problem")).map((resource) => {
    const { recorded, subtype, entity } = event.parse(resource);
    const details = new Map((entity[0]?.detail ?? []).map((one) => [one.type, one.valueString]));
    const profile = entity[0]?.what.identifier.value;
    return { profile, code: subtype.at(-1)?.code, recorded, details, written: JSON.stringify(resource) };
  });

describe.each(browsersUnderTest())("a HIS that an update has changed, %s", (kind) => {
  const { expected } = hospitalDay(SEED);
  const day = { expected, patients: fixturePeople(expected.length) };
  let his: RunningHis;
  let workday: Workday;
  let page: Page;
  let popup: Page;
  beforeAll(async () => {
    his = await startFixtures(0);
    workday = await startWorkday(kind, {
      moreHis: [{ file: `examples/his-fixtures/fixtures/${FIXTURE}/site-profile.json`, origin: his.url }],
    });
    page = await workday.session.open(`${his.url}${LIST}`);
    popup = await viewOfTab(workday.session, "popup", his.url);
    await page.bringToFront();
  }, 300_000);
  afterAll(async () => {
    await workday?.end();
    await his?.stop();
  });

  const marked = async () => {
    const rows = await settledMarks(page, { visibleRows: datatableRows }, day);
    expect(wrongRows(rows)).toEqual([]);
    return rows.filter(({ drawn }) => drawn === "managed").length;
  };
  const drawnNow = async () =>
    (await drawnRows(page, { visibleRows: datatableRows }, day)).filter((row) => row.drawn !== "nothing");
  /** Looks at the pixels again and again until the popup says it, and at the last. */
  const nothingDrawnUntil = async (text: string): Promise<string> => {
    const shown = await eventually(text, async () => {
      expect(await drawnNow()).toEqual([]);
      const said = await shownText(popup);
      return said.includes(text) ? said : undefined;
    });
    expect(await drawnNow()).toEqual([]);
    return shown;
  };

  it("is marked before the update, and the popup has nothing to say", async () => {
    expect(await marked()).toBeGreaterThan(0);
    expect(await seesText(popup, "Đã đọc trang")).not.toContain("Hãy báo");
  });

  it.each([
    ["class", "địa chỉ đúng nhưng nội dung trang không như đã khai"],
    ["column", "Trang danh sách «list», mục «Các cột»: số ô hoặc vị trí ô của hàng không khớp với các cột."],
    ["header", "Trang danh sách «list», mục «Số CCCD»: không có cột mang tiêu đề này."],
    ["identity", "Trang danh sách «list», mục «Số CCCD»: không có cột mang tiêu đề này."],
  ])("says what does not fit after the update of %s, and marks nobody", async (update, what) => {
    await page.goto(`${his.url}${LIST}?update=${update}`);
    const shown = await nothingDrawnUntil(what);
    expect(shown).toContain(NOT_MARKED);
    expect(shown).toContain(TELL_IT);
    await popup.bringToFront();
    await page.bringToFront();
  });

  it("says on the patient's page that the profile does not fit it", async () => {
    const [patient] = await page.$$("#bang a");
    await patient?.click();
    const said = await eventually("the banner", async () => {
      const text = await bannerText(workday.session, page);
      return text.includes("Số CCCD") ? text : undefined;
    });
    expect(said).toContain("Trang người bệnh «patient»");
    expect(said).toContain(TELL_IT);
  });

  it("is told to the board, once for each problem and day, with counts and no data of anybody", async () => {
    const { demo, redirectUri } = workday;
    const officer = await BoardReader.signIn(demo.boardUrl, redirectUri, OFFICER);
    const found = await eventually("the reports", async () => {
      const all = await reportsTo(officer);
      return all.length >= 5 ? all : undefined;
    });
    expect(found.every(({ profile }) => profile === `${FIXTURE}|1`)).toBe(true);
    expect(found.map(({ code }) => code).sort()).toEqual([
      "cells-off",
      "element-count-off",
      "element-count-off",
      "header-missing",
      "page-not-recognised",
    ]);
    const people = day.patients.flatMap(({ name, code, identityNumber, insuranceNumber, phone }) =>
      [name, code, identityNumber, insuranceNumber, phone].filter((text) => text !== ""),
    );
    for (const { details, recorded, written } of found) {
      // Each was told when it was first seen; both are the hospital's day.
      expect([details.get("count"), details.get("day")]).toEqual(["1", recorded.slice(0, 10)]);
      expect([...details.keys()].filter((type) => !DETAILS.includes(type))).toEqual([]);
      expect(people.filter((text) => written.includes(text))).toEqual([]);
    }
  });

  it("is marked again where the page fits", async () => {
    await page.goto(`${his.url}${LIST}`);
    expect(await marked()).toBeGreaterThan(0);
  });

  it.each<[string, (page: Page) => Promise<void>, string]>([
    ["fake rows by the thousand", crowd, "mục «Các dòng»: số hàng nằm ngoài khoảng đã khai"],
    ["rows that flicker", flicker, "trang thay đổi liên tục nên tạm ngừng đánh dấu"],
    ["a page that takes our hosts out", removeHostsForever, "Trang liên tục gỡ phần hiển thị"],
  ])("%s: a line in the popup, nobody marked, and all is well after a reload", async (_, lie, line) => {
    await lie(page);
    await page.evaluate(() => window.scrollTo({ top: 1 }));
    await eventually(line, async () => (await shownText(popup)).includes(line));
    expect(await drawnNow()).toEqual([]);
    await page.goto(`${his.url}${LIST}`);
    expect(await marked()).toBeGreaterThan(0);
  });

  it("vanishes from every tab when the policy switches the profile off, and comes back with it", async () => {
    const other = await workday.session.open(`${his.url}${LIST}`);
    await other.bringToFront();
    await eventually("frames of ours in both", async () => {
      const frames = [
        await workday.session.extensionFrames(page),
        await workday.session.extensionFrames(other),
      ];
      return frames.every((list) => list.length > 0);
    });
    const reason = { vi: "Đang sửa hồ sơ sau bản cập nhật của HIS.", en: "Being corrected after an update." };
    await changePolicy(workday, { siteProfilesOff: [{ profile: FIXTURE, upTo: "1", reason }] });
    await popup.bringToFront();
    await clickDeep(popup, SYNCHRONISE);
    const shown = await seesText(popup, reason.vi);
    expect(shown).toContain("Đơn vị quản lý đã tắt việc đánh dấu trên trang này");
    for (const tab of [page, other])
      await eventually(
        "no frame of ours",
        async () => (await workday.session.extensionFrames(tab)).length === 0,
      );
    await other.bringToFront();
    await other.reload();
    expect((await datatableRows(other)).length).toBeGreaterThan(5);
    await changePolicy(workday, { siteProfilesOff: [] });
    await popup.bringToFront();
    await clickDeep(popup, SYNCHRONISE);
    await page.bringToFront();
    expect(await marked()).toBeGreaterThan(0);
  });
});
