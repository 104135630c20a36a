import { type ExpectedRow, hospitalDay, type RunningHis } from "@cadre-care/example-his-common";
import { SEED, startFixtures } from "@cadre-care/example-his-fixtures";
import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { wordsFor } from "./support/banner-words.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { bannerText } from "./support/panel.ts";
import { startWorkday, type Workday } from "./support/workday.ts";

const FIXTURE = "f12-two-frames";

declare global {
  interface Window {
    /** Of the page under test: shows a patient in one frame. */
    show?: (id: string) => void;
    showRecord?: (id: string) => void;
    HIS?: { readonly patients: readonly { readonly id: string; readonly ticket: number }[] };
  }
}

/** What the content's frame says by itself: a code of the HIS, a birth date and a sex. Nothing but both can say more. */
const ALONE = wordsFor(undefined, false);

describe.each(browsersUnderTest())("a record in two frames, in %s", (kind) => {
  const { patients, expected } = hospitalDay(SEED);
  let his: RunningHis;
  let workday: Workday;
  let page: Page;

  /** A frame whose own scripts have run: Firefox names the address while the frame still holds an empty document. */
  const frame = (file: string): Promise<Frame> =>
    eventually(`frame ${file}`, async () => {
      const found = page.frames().find((one) => one.url().includes(`/${file}`));
      const ready = await found
        ?.evaluate(() => window.HIS !== undefined && document.readyState === "complete")
        .catch(() => false);
      return ready ? found : undefined;
    });
  /** Puts one patient into one frame, as the answer to that frame's own request would. */
  const put = async (file: "record.html" | "record-header.html", ticket: number) =>
    (await frame(file)).evaluate((wanted) => {
      const one = window.HIS?.patients.find((patient) => patient.ticket === wanted);
      // By itself: what the list opens here has the header follow.
      const show = window.showRecord ?? window.show;
      if (one === undefined || show === undefined) throw new Error("the frame is not ready");
      show(one.id);
    }, ticket);
  /** What the banner says, once it says that; else what it says instead. */
  const says = async (words: RegExp): Promise<string> => {
    let text = "";
    await eventually(
      `${words} in the banner`,
      async () => {
        text = await bannerText(workday.session, page);
        return words.test(text) || undefined;
      },
      60_000,
    ).catch(() => undefined);
    expect(text).toMatch(words);
    return text;
  };
  const ticketOf = (outcome: ExpectedRow["expectedOutcome"], after = 0): number => {
    const place = expected.findIndex(
      (row, at) => at >= after && row.expectedOutcome === outcome && patients[at]?.priority !== "Cấp cứu",
    );
    if (place < 0) throw new Error(`nobody is ${outcome}`);
    return place + 1;
  };
  /** What the strip must say of whoever has this ticket, by what is true of the patient. */
  const wordsOf = (ticket: number): RegExp =>
    wordsFor(expected[ticket - 1], patients[ticket - 1]?.priority === "Cấp cứu");

  beforeAll(async () => {
    his = await startFixtures(0);
    workday = await startWorkday(kind, {
      moreHis: [{ file: `examples/his-fixtures/fixtures/${FIXTURE}/site-profile.json`, origin: his.url }],
    });
    page = await workday.session.open(`${his.url}/${FIXTURE}/records.html`);
  }, 300_000);
  afterAll(async () => {
    await workday?.end();
    await his?.stop();
  });

  it("is one identity once both frames show it, whichever came first", async () => {
    const ticket = ticketOf("managed");
    await put("record.html", ticket);
    await says(ALONE);
    await put("record-header.html", ticket);
    await says(wordsOf(ticket));
    const next = ticketOf("possible");
    await put("record-header.html", next);
    await says(ALONE);
    await put("record.html", next);
    await says(wordsOf(next));
    const last = ticketOf("not-managed");
    await put("record.html", last);
    await put("record-header.html", last);
    await says(wordsOf(last));
  });

  it("is nobody's while the frames show two patients, and says so", async () => {
    const one = ticketOf("managed");
    const other = ticketOf("managed", one);
    await put("record.html", one);
    await put("record-header.html", other);
    expect(await says(ALONE)).toContain("Các khung của trang không nói về cùng một bệnh nhân");
    await put("record.html", other);
    await says(wordsOf(other));
  });

  it("ends with the frame that said a part of it", async () => {
    // Somebody whose code no two readings have tied to a member yet: a linked code says enough by itself.
    const ticket = ticketOf("managed", ticketOf("managed", ticketOf("managed")));
    await put("record.html", ticket);
    await put("record-header.html", ticket);
    await says(wordsOf(ticket));
    await (await frame("record-header.html")).evaluate(() => location.reload());
    await says(ALONE);
    await put("record-header.html", ticket);
    await says(wordsOf(ticket));
  });

  it("is right for each patient whom a user opens from the list", async () => {
    const list = await frame("list.html");
    for (const line of [2, 4, 6, 8, 10]) {
      const row = await list.waitForSelector(`.slick-row:nth-child(${line})`);
      const ticket = Number(await row?.$eval(".l1", (cell) => cell.textContent));
      const code = await row?.$eval(".l2", (cell) => cell.textContent);
      const box = await (await row?.$(".l3"))?.boundingBox();
      await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
      await eventually("both frames", async () => {
        const header = await (await frame("record-header.html")).$eval(
          "[data-field=code]",
          (cell) => cell.textContent,
        );
        return header === code || undefined;
      });
      await says(wordsOf(ticket));
    }
  });
});
