import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hospitalDay, type RunningHis } from "@cadre-care/example-his-common";
import { SEED, startFixtures } from "@cadre-care/example-his-fixtures";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserSession, eventually, launch } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import type { VisibleRow } from "./support/his-driver.ts";
import { bannerText, openPanelFromBanner } from "./support/panel.ts";
import { clickDeep, openPopup, seesText, signInFirstTime } from "./support/receptionist.ts";
import { OFFICER, ROSTER_READY, startWorkday, type Workday } from "./support/workday.ts";

const FIXTURE = "f13-uuid-links";
const PROFILE = new URL(`../../examples/his-fixtures/fixtures/${FIXTURE}/site-profile.json`, import.meta.url);
const SECOND = { login: "letan2", password: "letan2-mau-2026" };
const ORDINARY = "CCCD and BHYT of one managed person";

/** Rows carry nothing but a link with a uuid: what the HIS calls its patient there. */
const visibleRows = (page: Page): Promise<readonly VisibleRow[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".queue > li")].flatMap((row) => {
      const { left, top, bottom, width, height } = row.getBoundingClientRect();
      const code = new URL(row.querySelector("a")?.href ?? "about:blank").searchParams.get("id") ?? "";
      return top < 0 || bottom > innerHeight ? [] : [{ code, left, top, width, height }];
    }),
  );

describe.each(browsersUnderTest())("a HIS code learnt at one workstation, in %s", (kind) => {
  const { patients, expected } = hospitalDay(SEED);
  /** Places in the list of two members whose records state all that makes them certain. */
  const [member = 0, another = 0] = expected.flatMap(({ reason }, place) =>
    reason === ORDINARY ? [place] : [],
  );
  const folder = mkdtempSync(join(tmpdir(), "cadre-care-links-"));
  let his: RunningHis;
  let workday: Workday;
  let second: BrowserSession;
  let officer: BoardReader;
  /** Addresses of the records of the list's first page, in its order. */
  let records: readonly string[] = [];
  const codeAt = (place: number) => new URL(records[place] ?? "about:blank").searchParams.get("id") ?? "";
  beforeAll(async () => {
    his = await startFixtures(0);
    // The fixture as the HIS of a hospital that the demo's board knows.
    const file = join(folder, "site-profile.json");
    writeFileSync(file, readFileSync(PROFILE, "utf8").replace('"bv-mau"', '"bv-tinh"'));
    workday = await startWorkday(kind, { moreHis: [{ file, origin: his.url }] });
    officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
    const { extensionDirs, boardUrl } = workday.demo;
    second = await launch(kind, { extensionDir: extensionDirs[kind], profileDir: join(folder, "profile") });
    const popup = await signInFirstTime(second, boardUrl, SECOND);
    await seesText(popup, ROSTER_READY);
    await popup.close();
  }, 600_000);
  afterAll(async () => {
    await second?.close();
    await workday?.end();
    await his?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const openRecord = async (session: BrowserSession, page: Page, place: number): Promise<void> => {
    await page.goto(records[place] ?? "");
    let said = "";
    await eventually("the banner says who it is", async () => {
      said = await bannerText(session, page);
      return said.includes("Hồ sơ quản lý");
    }).catch((cause: unknown) => {
      throw new Error(`the banner says “${said}”`, { cause });
    });
  };

  const openList = async (page: Page): Promise<void> => {
    await page.goto(`${his.url}/${FIXTURE}/index.html`);
    await page.waitForSelector(".queue > li");
  };

  /** The list as it stands once exactly these are marked. */
  const expectMarked = async (page: Page, places: readonly number[]): Promise<void> => {
    await openList(page);
    const marked = places.map(codeAt);
    const rows = await settledMarks(
      page,
      { visibleRows },
      {
        patients: patients.map((patient, place) => ({ ...patient, code: codeAt(place) })),
        expected: expected.map((row, place) => ({
          ...row,
          expectedOutcome: places.includes(place) ? "managed" : "not-enough",
        })),
      },
      60_000,
    );
    expect(wrongRows(rows)).toEqual([]);
    expect(rows.filter(({ drawn }) => drawn === "managed").map(({ code }) => code)).toEqual(marked);
  };

  const synchronise = async (session: BrowserSession): Promise<void> => {
    const popup = await openPopup(session);
    await clickDeep(popup, ">>> [part=sync]");
    await popup.close();
  };

  const linksAtBoard = (active: readonly boolean[]) =>
    eventually(
      `links at the board: ${active}`,
      async () => {
        const links = await officer.search("Person");
        return JSON.stringify(links.map((link) => link.active)) === JSON.stringify(active);
      },
      120_000,
    );

  it("marks lists there, after a check-in at the next one too, and nowhere once it is contradicted", {
    timeout: 600_000,
  }, async () => {
    const here = await workday.session.open("about:blank");
    const there = await second.open("about:blank");
    await openList(here);
    records = await here.$$eval(".queue > li a", (links) => links.map((link) => link.href));
    await openRecord(workday.session, here, member);
    await openRecord(workday.session, here, member);
    await expectMarked(here, [member]);
    await expectMarked(there, []);

    await openRecord(workday.session, here, member);
    const panel = await openPanelFromBanner(workday.session, here);
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đơn vị quản lý đã nhận", 120_000);
    await linksAtBoard([true]);
    await synchronise(second);
    await expectMarked(there, [member]);

    // The HIS has given the code to somebody else.
    await openRecord(second, there, another);
    await there.evaluate((id) => {
      const own = document.querySelector<HTMLAnchorElement>("a.self");
      if (own !== null) own.href = own.href.replace(/id=.*/, `id=${id}`);
    }, codeAt(member));
    await linksAtBoard([false]);
    await expectMarked(there, []);
    await synchronise(workday.session);
    await here.bringToFront();
    await expectMarked(here, []);
  });
});
