import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { today, truthOfToday } from "@cadre-care/example-portal-common/server";
import type { Page } from "puppeteer-core";
import {
  type BrowserKind,
  type BrowserSession,
  eventually,
  type FaultProxy,
  launch,
} from "../../extension/e2e/harness/index.ts";
import type { Person, Place, PlaceForm } from "../../extension/e2e/places/place.ts";
import type { BoardReader } from "../../extension/e2e/support/board-reader.ts";
import { clickDeep, enterSecret, SECRET, seesText } from "../../extension/e2e/support/receptionist.ts";
import { signInInWindow } from "../../extension/e2e/support/sign-in-window.ts";
import { DOCTOR, ROSTER_READY } from "../../extension/e2e/support/workday.ts";

/** Patients of today in these portals: enough that each place has managed people of its own. */
export const ROWS = 80;

/** Managed people with a row in the list, no emergencies, in ticket order. */
export const managedPeople = (): readonly Person[] => {
  const truth = truthOfToday();
  return today(ROWS).flatMap(({ code, emergency }, index) => {
    const { expectedOutcome, confirm, personId } = truth[index] ?? {};
    const usual = expectedOutcome === "managed" && confirm === undefined && !emergency;
    return usual && personId !== undefined ? [{ code, patient: personId }] : [];
  });
};

const codeWhere = (fits: (index: number) => boolean): string =>
  today(ROWS).find((_, index) => fits(index))?.code ?? "nobody";

/** Code of somebody whom nobody manages. */
export const stranger = (): string => {
  const truth = truthOfToday();
  return codeWhere((index) => truth[index]?.expectedOutcome === "not-managed");
};

/** Code of a managed person who is an emergency. */
export const emergency = (): string => {
  const [truth, receptions] = [truthOfToday(), today(ROWS)];
  return codeWhere(
    (index) => truth[index]?.expectedOutcome === "managed" && receptions[index]?.emergency === true,
  );
};

/** Opens the page of a patient by its link in the list. */
export const openPatient = async (tab: Page, code: string): Promise<void> => {
  const row = today(ROWS).findIndex((reception) => reception.code === code);
  await clickDeep(tab, `tbody tr:nth-of-type(${row + 1}) a`);
  await seesText(tab, code);
};

/** Signs in as the doctor in the portal's own window, chooses the secret, and waits for the roster. */
export const signInDoctor = async (session: BrowserSession, tab: Page, board: string): Promise<void> => {
  await clickDeep(tab, ">>> [part=sign-in]");
  await signInInWindow(session, board, DOCTOR);
  await tab.bringToFront();
  await enterSecret(tab, SECRET);
  await seesText(tab, ROSTER_READY);
};

/** Goes to the desk of a form, and to its first question. */
export const openForm = async (tab: Page, kind: PlaceForm): Promise<void> => {
  await clickDeep(tab, `[data-desk=${kind}]`);
  const first = await eventually(`the first question of the ${kind}`, () =>
    tab.$(`>>> ${kind === "exam" ? "cadre-exam-checklist" : "cadre-referral-form"} >>> .body input`),
  );
  await first.focus();
};

export interface PortalPlaceOptions {
  readonly kind: BrowserKind;
  readonly url: string;
  readonly faults: FaultProxy;
  readonly officer: BoardReader;
  readonly people: readonly [Person, Person];
  /** What is looked at before anybody signed in. */
  readonly before: (tab: Page) => Promise<void>;
}

/** A portal in a browser of its own, with the doctor signed in. */
export const startPortalPlace = async (options: PortalPlaceOptions): Promise<Place> => {
  const { kind, url, faults } = options;
  const profileDir = mkdtempSync(join(tmpdir(), `cadre-care-${kind}-`));
  let session = await launch(kind, { profileDir });
  const end = async (): Promise<void> => {
    await session.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    // It stays: with the last tab of a portal its keys are gone.
    const tab = await session.open(url);
    await options.before(tab);
    await signInDoctor(session, tab, faults.url);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    get session() {
      return session;
    },
    faults,
    officer: options.officer,
    people: options.people,
    open: async ({ code }) => {
      const tab = await session.open(url);
      await openPatient(tab, code);
      return tab;
    },
    turnTo: (page) => page.bringToFront(),
    openForm,
    closeForm: (page) => clickDeep(page, "[data-desk=reception]"),
    relaunch: async () => {
      session = await launch(kind, { profileDir });
    },
    end,
  };
};
