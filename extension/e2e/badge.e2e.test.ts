import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually } from "./harness/index.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks } from "./support/drawn-marks.ts";
import { jqgridDriver } from "./support/jqgrid-driver.ts";
import { openPanelFromBanner } from "./support/panel.ts";
import { clickDeep, openPopup, seesText } from "./support/receptionist.ts";
import { dayAt, startWorkday, type Workday } from "./support/workday.ts";

const buttonSchema = z.object({
  text: z.string(),
  title: z.string(),
  colour: z.array(z.number()),
  notifications: z.array(z.string()),
});

/**
 * Remembers which notifications there were. A browser without a display has nowhere to show them: Firefox then closes
 * each at once, so that its list is empty again when it is asked.
 */
const rememberNotifications = (page: Page): Promise<unknown> =>
  page.evaluate(`{
    globalThis.notificationsClosed = [];
    (globalThis.browser ?? chrome).notifications.onClosed.addListener((id) => notificationsClosed.push(id));
  }`);

/** What the toolbar button shows, asked from a page of the extension. */
const buttonNow = async (page: Page) =>
  buttonSchema.parse(
    JSON.parse(
      await page
        .evaluate(`(async () => {
        const api = globalThis.browser ?? chrome;
        return JSON.stringify({
          text: await api.action.getBadgeText({}),
          title: await api.action.getTitle({}),
          colour: [...(await api.action.getBadgeBackgroundColor({}))],
          notifications: [...Object.keys(await api.notifications.getAll()), ...notificationsClosed],
        });
      })()`)
        .then(String),
    ),
  );

describe.each(browsersUnderTest())("the toolbar button, %s", (kind) => {
  let workday: Workday;
  beforeEach(async () => {
    workday = await startWorkday(kind);
  });
  afterEach(() => workday?.end());

  it("counts what waits, then what needs a person in another colour, and tells of it without a name", async () => {
    const page = await workday.openHis(jqgridDriver);
    const rows = await settledMarks(page, jqgridDriver, dayAt(jqgridDriver), 30_000);
    const row = rows.find(({ expected, why }) => expected === "managed" && !why.includes("emergency"));
    workday.faults.inject({ kind: "down" });
    await jqgridDriver.openPatient(page, row?.code ?? "");
    const panel = await openPanelFromBanner(workday.session, page);
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đã lưu trên máy này");
    const popup = await openPopup(workday.session);
    await rememberNotifications(popup);
    const waiting = await eventually("a number on the button", async () => {
      const shown = await buttonNow(popup);
      return shown.text === "" ? undefined : shown;
    });
    expect(Number(waiting.text)).toBeGreaterThan(0);
    expect(waiting.title).toMatch(/^Cadre Care · \d+ mục chờ gửi$/);
    expect(waiting.notifications).toEqual([]);

    workday.faults.heal();
    workday.faults.inject(
      { kind: "status", status: 403, issue: "forbidden" },
      { when: ({ method, path }) => method === "POST" && path.startsWith("/fhir") },
    );
    await clickDeep(popup, ">>> [part=send]");
    const parked = await eventually("an entry that needs a person", async () => {
      const shown = await buttonNow(popup);
      return shown.title.includes("cần xử lý") ? shown : undefined;
    });
    expect(parked.colour).not.toEqual(waiting.colour);
    await eventually("a notification", async () =>
      (await buttonNow(popup)).notifications.includes("needs-person"),
    );
    await seesText(popup, "cần xử lý");

    // An attempt that was due by itself may have met the click, which then asked for another: if that one ended after
    // the fault, it would deliver what is to be sent by hand.
    await eventually("no attempt under way", () => popup.$(">>> [part=send][aria-disabled=false]"));
    workday.faults.heal();
    await clickDeep(popup, ">>> [part=send]");
    await eventually("an empty button", async () => {
      const shown = await buttonNow(popup);
      return shown.text === "" && shown.title === "Cadre Care";
    });
  });
});
