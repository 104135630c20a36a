import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import { jqgridDriver } from "./support/jqgrid-driver.ts";
import { type ManagedMachine, managedMachine } from "./support/managed-machine.ts";
import { reactDriver } from "./support/react-driver.ts";
import { enterSecret, openPopup, SECRET, seesText } from "./support/receptionist.ts";
import { viewOfTab } from "./support/scanner.ts";
import { dayAt, startWorkday, type Workday } from "./support/workday.ts";

const SHUT = "Máy này đang bị khóa theo thiết lập của bộ phận CNTT";
/** The site of the first profile that the demo's build is packed for. */
const SITE = "bv-tinh";
const DAY = dayAt(jqgridDriver);

const text = (settings: unknown) => ({ settings: JSON.stringify(settings) });

describe.each(browsersUnderTest())("managed settings of a machine, %s", (kind) => {
  let machine: ManagedMachine;
  let workday: Workday;
  let list: Page;
  let popup: Page;
  beforeAll(async () => {
    machine = managedMachine(kind);
    workday = await startWorkday(kind, { env: machine.env });
    await open();
  }, 300_000);
  afterAll(async () => {
    await workday?.end();
    machine?.remove();
  });

  const open = async (): Promise<void> => {
    list = await workday.openHis(jqgridDriver);
    popup = await openPopup(workday.session);
  };
  /** Chromium hears it at once; Firefox reads managed storage once after each start. */
  const settle = async (stored: Readonly<Record<string, unknown>> | undefined): Promise<void> => {
    machine.say(workday, stored);
    if (kind === "chromium") return;
    await workday.session.close();
    await workday.relaunch();
    await open();
  };
  const marked = async (): Promise<number> => {
    await list.bringToFront();
    const rows = await settledMarks(list, jqgridDriver, DAY);
    expect(wrongRows(rows)).toEqual([]);
    return rows.filter(({ drawn }) => drawn === "managed").length;
  };
  const framesIn = async (page: Page): Promise<number> =>
    (await workday.session.extensionFrames(page)).length;

  it("are none on a machine whose administrator says nothing", async () => {
    expect(await marked()).toBeGreaterThan(0);
  });

  it.each([
    ["another board's address", text({ boardAddress: "https://other.example" }), "https://other.example"],
    ["a value of the wrong kind", text({ idleLockMinutes: "5" }), "«settings.idleLockMinutes»"],
    ["an unknown key", text({ idleLockMinute: 5 }), "«settings.idleLockMinute»"],
  ])(
    "keep everything shut for %s: nobody is marked, nobody unlocks, and the popup says why",
    async (_, stored, place) => {
      await settle(stored);
      await popup.bringToFront();
      const said = await seesText(popup, place);
      expect(said).toContain(SHUT);
      expect(said).toContain("Dành cho CNTT");
      expect(await popup.$$(">>> input[type=password]")).toEqual([]);
      expect(await popup.$$(">>> [part=sign-in]")).toEqual([]);
      await list.bringToFront();
      await eventually("no frame of ours", async () => (await framesIn(list)) === 0);
      await list.reload();
      await jqgridDriver.listReady(list);
      expect(await framesIn(list)).toBe(0);
    },
  );

  it("confirm board and site, and switch off one site's profile, while the other is marked", async () => {
    const { demo } = workday;
    await settle(text({ boardAddress: demo.boardUrl, site: SITE, siteProfilesOff: ["his-react"] }));
    await popup.bringToFront();
    await seesText(popup, "Nhập mã mở khóa của bạn");
    await enterSecret(popup, SECRET);
    expect(await marked()).toBeGreaterThan(0);
    const off = await workday.openHis(reactDriver);
    const about = await viewOfTab(workday.session, "popup", demo.hisUrls.react);
    const said = await seesText(about, "Việc đánh dấu trên trang này đã tắt trên máy này");
    expect(said).toContain("Bộ phận CNTT đã tắt hồ sơ trang «his-react»");
    expect(await framesIn(off)).toBe(0);
    await about.close();
    await off.close();
  });

  it("are gone when they are taken away, and the other site is read again", async () => {
    await settle(undefined);
    const other = await workday.openHis(reactDriver);
    await eventually("frames of ours", async () => (await framesIn(other)) > 0);
  });
});
