import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BrowserKind,
  type BrowserSession,
  type FaultProxy,
  launch,
  startFaultProxy,
} from "../../extension/e2e/harness/index.ts";
import { expectAccessible } from "../../extension/e2e/places/accessible.ts";
import type { Person, Place } from "../../extension/e2e/places/place.ts";
import { sameWork } from "../../extension/e2e/places/same-work.ts";
import { BoardReader } from "../../extension/e2e/support/board-reader.ts";
import { browsersUnderTest } from "../../extension/e2e/support/browsers.ts";
import { clickDeep, seesText } from "../../extension/e2e/support/receptionist.ts";
import { OFFICER } from "../../extension/e2e/support/workday.ts";
import { freePort } from "../demo/ports.ts";
import {
  emergency,
  managedPeople,
  openForm,
  openPatient,
  ROWS,
  signInDoctor,
  startPortalPlace,
  stranger,
} from "./portal-place.ts";
import { PORTALS, type PortalName } from "./portal-project.ts";
import { type RunningPortals, startPortals } from "./start-portals.ts";
import { WRONG_NAMES } from "./wrong-names.ts";

/** Where the whole of the work is done; in the others of that browser its beginning. */
const WHOLE: Readonly<Record<BrowserKind, readonly PortalName[]>> = { chromium: PORTALS, firefox: ["html"] };

let running: RunningPortals;
let faults: FaultProxy;
let officer: BoardReader;
beforeAll(async () => {
  const board = await freePort();
  faults = await startFaultProxy({ target: `http://localhost:${board}` });
  running = await startPortals({ names: PORTALS, ports: { board }, boardAddress: faults.url, rows: ROWS });
  officer = await BoardReader.signIn(faults.url, running.redirectUri, OFFICER);
});
afterAll(async () => {
  await running?.stop();
  await faults?.stop();
});

const portal = (name: PortalName) => {
  const found = running.portals.get(name);
  if (found === undefined) throw new Error(`no such portal: ${name}`);
  return found;
};

const people = managedPeople()[Symbol.iterator]();
/** Somebody whom no other test has. */
const somebody = (): Person => {
  const next = people.next();
  if (next.done === true) throw new Error("nobody is left today");
  return next.value;
};

/** Of a stranger nothing is said but that; beside an emergency nothing of ours is offered. */
const seeOthers = async (tab: Page): Promise<void> => {
  await openPatient(tab, stranger());
  await seesText(tab, "Không có trong danh sách quản lý");
  await expectAccessible(tab);
  await clickDeep(tab, "a.back");
  await openPatient(tab, emergency());
  await seesText(tab, "Ưu tiên cấp cứu trước");
  // The strip knows that the person is managed: what is not offered is not offered for that reason alone.
  await seesText(tab, "Hồ sơ quản lý");
  for (const offer of ["[data-desk]", ">>> [part=check-in]", ">>> [part=open]"])
    expect(await tab.$(offer)).toBeNull();
  for (const form of ["cadre-exam-checklist", "cadre-referral-form"]) expect(await tab.$(form)).toBeNull();
  await expectAccessible(tab);
  await clickDeep(tab, "a.back");
};

describe.each(browsersUnderTest())("portals from packed packages in %s", (kind) => {
  describe.each(WHOLE[kind])("the same work in %s", (name) => {
    let place: Place;
    sameWork(async () => {
      const { url } = portal(name);
      place = await startPortalPlace({
        ...{ kind, url, faults, officer, people: [somebody(), somebody()] },
        before: expectAccessible,
      });
      return place;
    });

    it("strangers and emergencies", async () => {
      const tab = await place.session.open(portal(name).url);
      await seesText(tab, "Người bệnh hôm nay");
      await expectAccessible(tab);
      await seeOthers(tab);
    });
  });

  const others = PORTALS.filter((name) => !WHOLE[kind].includes(name));
  if (others.length === 0) return;
  describe("the beginning of the work", () => {
    const profileDir = mkdtempSync(join(tmpdir(), `cadre-care-${kind}-`));
    let session: BrowserSession;
    beforeAll(async () => {
      session = await launch(kind, { profileDir });
    });
    afterAll(async () => {
      await session?.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    });

    it.each(others)("%s: the receptionist's job and the doctor's", async (name) => {
      const { code, patient } = somebody();
      const tab = await session.open(portal(name).url);
      await signInDoctor(session, tab, faults.url);
      await seeOthers(tab);
      await openPatient(tab, code);
      await clickDeep(tab, ">>> [part=check-in]");
      await seesText(tab, "Đơn vị quản lý đã nhận", 90_000);
      expect(await officer.search("Encounter", `subject=Patient/${patient}`)).toHaveLength(1);
      await openForm(tab, "exam");
      await tab.keyboard.type("Bình thường");
      await tab.keyboard.press("Tab");
      await seesText(tab, "Đã lưu trên máy này");
      await openForm(tab, "referral");
      await tab.close();
    });
  });
});

it.each(PORTALS)("%s does not build with a property and an event that there are not", async (name) => {
  const { project } = portal(name);
  for (const [file, right, wrong] of WRONG_NAMES[name]) {
    const source = project.read(file);
    expect(source).toContain(right);
    project.write(file, source.replaceAll(right, wrong));
  }
  const failure = await project.failure();
  for (const [, , , said] of WRONG_NAMES[name]) expect(failure).toContain(said);
});
