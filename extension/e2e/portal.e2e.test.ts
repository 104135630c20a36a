import type { HisPatient } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { jqgridDriver } from "./support/jqgrid-driver.ts";
import { type PortalDay, startPortalDay } from "./support/portal.ts";
import { clickDeep, enterSecret, SECRET, seesText, shownText } from "./support/receptionist.ts";
import { signInInWindow } from "./support/sign-in-window.ts";
import { dayAt, OFFICER, RECEPTIONIST, ROSTER_READY } from "./support/workday.ts";

/** Managed people with a citizen ID, no emergencies. */
const managed = (): readonly HisPatient[] => {
  const day = dayAt(jqgridDriver);
  return day.patients.filter((patient, index) => {
    const row = day.expected[index];
    const usual =
      row?.expectedOutcome === "managed" && row.confirm === undefined && patient.priority !== "Cấp cứu";
    return usual && /^003\d{9}$/.test(patient.identityNumber);
  });
};

const state = async (page: Page, patient: HisPatient | undefined): Promise<void> => {
  if (patient === undefined) throw new Error("nobody to state");
  await page.evaluate(
    (value) =>
      dispatchEvent(new CustomEvent("state-patient", { detail: { identifiers: [{ kind: "cccd", value }] } })),
    patient.identityNumber,
  );
};

const checkIn = async (page: Page, patient: HisPatient | undefined): Promise<void> => {
  await page.bringToFront();
  await state(page, patient);
  await clickDeep(page, ">>> [part=check-in]");
  await seesText(page, /Đã lưu trên máy này|Đang gửi|Đơn vị quản lý đã nhận/);
};

const unlockIn = async (page: Page): Promise<void> => {
  await page.bringToFront();
  await enterSecret(page, SECRET);
};

const signInFirst = async (portal: PortalDay, tab: Page): Promise<void> => {
  await clickDeep(tab, ">>> [part=sign-in]");
  await signInInWindow(portal.session, portal.boardUrl, RECEPTIONIST);
  await tab.bringToFront();
  await enterSecret(tab, SECRET);
  await seesText(tab, ROSTER_READY);
};

describe.each(browsersUnderTest())("a portal in %s", (kind) => {
  let portal: PortalDay;
  beforeEach(async () => {
    portal = await startPortalDay(kind);
  });
  afterEach(() => portal?.end());

  it.each([
    ["one worker for all tabs", false],
    ["a worker for each tab", true],
  ])(
    "signs in by the board's page in a window, shares the queue between tabs, locks all: %s",
    async (_name, own) => {
      const first = await portal.openTab(own);
      await signInFirst(portal, first);
      expect(
        await portal.session.browser
          .pages()
          .then((pages) => pages.filter((page) => page.url().includes("signed-in"))),
      ).toEqual([]);
      const second = await portal.openTab(own);
      if (own) await unlockIn(second);
      await seesText(second, "Không còn gì chờ gửi");

      portal.faults.inject({ kind: "down" });
      await checkIn(first, managed()[0]);
      await seesText(second, /\d mục chờ gửi/);
      await second.bringToFront();
      await clickDeep(second, ">>> [part=lock]");
      await seesText(first, "Đang khóa");
      await unlockIn(second);
      if (own) await unlockIn(first);
      await eventually("unlocked in both", async () => !(await shownText(first)).includes("Đang khóa"));

      // The tab that sends is closed in the middle: its request is on its way, and the other tab goes on.
      portal.faults.heal();
      portal.faults.inject(
        { kind: "delayed", milliseconds: 3_000 },
        { when: ({ method, path }) => method === "POST" && path.startsWith("/fhir") },
      );
      await first.bringToFront();
      await clickDeep(first, ">>> cadre-outbox-status >>> [part=send]");
      await eventually("a request is on its way", () =>
        portal.faults.seen("/fhir", "POST").some(({ fault }) => fault === "delayed"),
      );
      await first.close();
      await second.bringToFront();
      await seesText(second, "Không còn gì chờ gửi", 120_000);
      const officer = await BoardReader.signIn(portal.boardUrl, portal.redirectUri, OFFICER);
      expect(await officer.search("Encounter")).toHaveLength(1);
      expect(await officer.visitProvenances()).toHaveLength(1);

      // With the last tab the keys are gone.
      await second.close();
      const later = await portal.openTab(own);
      await seesText(later, "Nhập mã mở khóa");
    },
  );
});
