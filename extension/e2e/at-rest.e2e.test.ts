import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DiskSearch, searchDisk } from "./harness/disk-search.ts";
import { launch } from "./harness/index.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { CANARIES, plantCanaries } from "./support/canaries.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import { type HisWalk, walkThroughHis } from "./support/his-walk.ts";
import { openPanelFromBanner } from "./support/panel.ts";
import { clickDeep, openPopup, SECRET, seesText, unlock } from "./support/receptionist.ts";
import { patientTexts, rosterTexts } from "./support/secrets-of-the-day.ts";
import { DRIVERS, dayAt, RECEPTIONIST, ROSTER_READY, startWorkday, type Workday } from "./support/workday.ts";

const WRONG_SECRET = "nham-bi-mat-9173";
const CARD = "Đã lưu trên máy này|Đang gửi|Đơn vị quản lý đã nhận";

/** What was typed into ours. A login of five letters is looked for with what stands around it in files. */
const TYPED = [
  SECRET,
  WRONG_SECRET,
  RECEPTIONIST.password,
  RECEPTIONIST.login,
  `"${RECEPTIONIST.login}"`,
  `=${RECEPTIONIST.login}&`,
];

describe.each(browsersUnderTest())("nothing of ours is readable in the browser's profile, %s", (kind) => {
  const sought = [...rosterTexts(), ...patientTexts(), ...TYPED];
  let without: DiskSearch;
  let workday: Workday;

  /** The same walk in a browser without the extension, ended in order and once killed: what HIS and browser leave. */
  const searchWithoutExtension = async () => {
    const profileDir = mkdtempSync(join(tmpdir(), "cadre-care-without-"));
    for (const end of ["kill", "close"] as const) {
      const session = await launch(kind, { profileDir });
      for (const driver of DRIVERS) await walkThroughHis(session, driver, workday.demo.hisUrls[driver.name]);
      await session[end]();
    }
    without = await searchDisk(profileDir, sought);
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };

  const inPanel = (act: (panel: Page) => Promise<void>): HisWalk => ({
    onList: async (page, driver) =>
      expect(wrongRows(await settledMarks(page, driver, dayAt(driver), 60_000))).toEqual([]),
    onPatient: async (page) => {
      const panel = await openPanelFromBanner(workday.session, page);
      await act(panel);
      await seesText(panel, new RegExp(CARD));
      await panel.close();
    },
  });
  const checkingIn = inPanel((panel) => clickDeep(panel, ">>> [part=check-in]"));
  /** The check-in of before the restart is there; there is no button to do it again. */
  const alreadyCheckedIn = inPanel(async () => undefined);

  /** Signed in already: both HISs, panel, check-in; then locked, a wrong secret, and the right one. */
  const work = async () => {
    for (const driver of DRIVERS)
      await walkThroughHis(workday.session, driver, workday.demo.hisUrls[driver.name], checkingIn);
    const popup = await openPopup(workday.session);
    await clickDeep(popup, ">>> [part=lock]");
    const field = await popup.waitForSelector(">>> input[type=password]", { visible: true });
    await field?.type(WRONG_SECRET);
    await clickDeep(popup, ">>> [part=submit]");
    await seesText(popup, "Mã mở khóa không đúng");
    await popup.close();
  };

  const search = () => searchDisk(workday.profileDir, [...sought, ...Object.values(CANARIES)]);
  /** What the profile holds beyond what the same walk leaves without the extension, and beyond the canaries. */
  const leaked = ({ findings }: DiskSearch) => {
    const known = new Set([...without.findings.map(({ text }) => text), ...Object.values(CANARIES)]);
    return findings.filter(({ text }) => !known.has(text));
  };

  beforeAll(async () => {
    workday = await startWorkday(kind);
    await searchWithoutExtension();
  }, 300_000);
  afterAll(() => workday?.end());

  it("after a day's work, locked, and an orderly end", { timeout: 300_000 }, async () => {
    await work();
    await workday.session.close();
    expect(leaked(await search())).toEqual([]);
  });

  it("after SIGKILL in the middle of work, while planted canaries are found", {
    timeout: 300_000,
  }, async () => {
    await workday.relaunch();
    const popup = await unlock(workday.session);
    await seesText(popup, ROSTER_READY);
    await popup.close();
    for (const driver of DRIVERS)
      await walkThroughHis(workday.session, driver, workday.demo.hisUrls[driver.name], alreadyCheckedIn);
    await plantCanaries(workday.session, workday.profileDir, workday.demo.hisUrls.react);
    await workday.session.kill();
    const found = await search();
    const texts = new Set(found.findings.map(({ text }) => text));
    expect(Object.values(CANARIES).filter((canary) => !texts.has(canary))).toEqual([]);
    expect(leaked(found)).toEqual([]);
  });
});
