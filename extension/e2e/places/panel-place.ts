import type { Page } from "puppeteer-core";
import { type BrowserKind, type BrowserSession, eventually } from "../harness/index.ts";
import { BoardReader } from "../support/board-reader.ts";
import { closeForm, openForm } from "../support/exam-desk.ts";
import { jqgridDriver } from "../support/jqgrid-driver.ts";
import { bannerText, clickBanner } from "../support/panel.ts";
import { DOCTOR, dayAt, OFFICER, startWorkday } from "../support/workday.ts";
import type { Person, Place } from "./place.ts";

const driver = jqgridDriver;
/** Rows of the list's first page that are looked at for people. */
const ROWS = 20;

const twoPeople = (): readonly [Person, Person] => {
  const { patients, expected } = dayAt(driver);
  const [one, other] = patients.slice(0, ROWS).flatMap(({ code, priority }, index): Person[] => {
    const { expectedOutcome, confirm, personId } = expected[index] ?? {};
    const usual = expectedOutcome === "managed" && confirm === undefined && priority !== "Cấp cứu";
    return usual && personId !== undefined ? [{ code, patient: personId }] : [];
  });
  if (one === undefined || other === undefined) throw new Error("nobody is managed today");
  return [one, other];
};

/** Panels that are open: each tab has its own. */
const panelsOf = async (session: BrowserSession): Promise<ReadonlyMap<unknown, () => Promise<Page>>> => {
  const isPanel = (address: string): boolean => address.includes("/panel/panel.html");
  if (session.kind === "chromium") {
    const targets = session.browser.targets().filter((target) => isPanel(target.url()));
    return new Map(targets.map((target) => [target, () => target.asPage()]));
  }
  return new Map((await session.pagesWhere(isPanel)).map((page) => [page, async () => page]));
};

const openPanel = async (session: BrowserSession, page: Page): Promise<Page> => {
  // A banner that is still being read moves its button: what stands still is clicked.
  await eventually("the banner knows the patient", async () => {
    const text = await bannerText(session, page);
    return text !== "" && !text.includes("Đang đọc");
  });
  const before = await panelsOf(session);
  await clickBanner(session, page);
  const panel = await eventually("the panel of this tab", async () =>
    [...(await panelsOf(session))].find(([known]) => !before.has(known)),
  );
  return panel[1]();
};

/** The extension's panel beside the jqGrid demo, with the doctor signed in. */
export const startPanelPlace = async (kind: BrowserKind): Promise<Place> => {
  const workday = await startWorkday(kind, { account: DOCTOR });
  const tabs = new Map<Page, Page>();
  try {
    return {
      get session() {
        return workday.session;
      },
      faults: workday.faults,
      officer: await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER),
      people: twoPeople(),
      open: async ({ code }) => {
        const tab = await workday.openHis(driver);
        await driver.openPatient(tab, code);
        const panel = await openPanel(workday.session, tab);
        tabs.set(panel, tab);
        return panel;
      },
      // In Firefox a panel is a window of its own.
      turnTo: async (panel) => (kind === "firefox" ? panel : tabs.get(panel))?.bringToFront(),
      openForm: (panel, form) => openForm(panel, `[data-kind=${form}]`),
      closeForm,
      relaunch: workday.relaunch,
      end: workday.end,
    };
  } catch (error) {
    await workday.end();
    throw error;
  }
};
