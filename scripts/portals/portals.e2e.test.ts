import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { today } from "@cadre-care/example-portal-common/server";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserSession, eventually, launch } from "../../extension/e2e/harness/index.ts";
import { BoardReader } from "../../extension/e2e/support/board-reader.ts";
import { browsersUnderTest } from "../../extension/e2e/support/browsers.ts";
import { clickDeep, enterSecret, SECRET, seesText } from "../../extension/e2e/support/receptionist.ts";
import { signInInWindow } from "../../extension/e2e/support/sign-in-window.ts";
import { DOCTOR, OFFICER, ROSTER_READY } from "../../extension/e2e/support/workday.ts";
import { PORTALS, type PortalName } from "./portal-project.ts";
import { type RunningPortals, startPortals } from "./start-portals.ts";

/** Rows of managed people with a citizen ID, no emergencies: one for each portal and browser. */
const MANAGED = [2, 7, 16, 18, 21, 26, 31, 12];
const STRANGER = 0;

let running: RunningPortals;
beforeAll(async () => {
  running = await startPortals({ names: PORTALS });
});
afterAll(() => running?.stop());

const portal = (name: PortalName) => {
  const found = running.portals.get(name);
  if (found === undefined) throw new Error(`no such portal: ${name}`);
  return found;
};

/** Opens the page of a patient by its link in the list. */
const openPatient = async (tab: Page, row: number): Promise<void> => {
  await clickDeep(tab, "a.back, tbody tr");
  await clickDeep(tab, `tbody tr:nth-of-type(${row + 1}) a`);
  await seesText(tab, today()[row]?.code ?? "nobody");
};

const signIn = async (session: BrowserSession, tab: Page): Promise<void> => {
  await clickDeep(tab, ">>> [part=sign-in]");
  await signInInWindow(session, running.board.url, DOCTOR);
  await tab.bringToFront();
  await enterSecret(tab, SECRET);
  await seesText(tab, ROSTER_READY);
};

describe.each(browsersUnderTest().map((kind, index) => [kind, index] as const))(
  "portals from packed packages in %s",
  (kind, browser) => {
    const profileDir = mkdtempSync(join(tmpdir(), `cadre-care-${kind}-`));
    let session: BrowserSession;
    beforeAll(async () => {
      session = await launch(kind, { profileDir });
    });
    afterAll(async () => {
      await session?.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    });

    it.each(PORTALS.map((name, index) => [name, MANAGED[browser * PORTALS.length + index] ?? -1] as const))(
      "%s: the receptionist's job and the doctor's",
      async (name, row) => {
        const officer = await BoardReader.signIn(running.board.url, running.redirectUri, OFFICER);
        const before = (await officer.search("Encounter")).length;
        const tab = await session.open(portal(name).url);
        await signIn(session, tab);

        await openPatient(tab, STRANGER);
        await seesText(tab, "Không có trong danh sách quản lý");
        await openPatient(tab, row);
        await clickDeep(tab, ">>> [part=check-in]");
        await seesText(tab, "Đơn vị quản lý đã nhận", 90_000);
        expect(await officer.search("Encounter")).toHaveLength(before + 1);

        await clickDeep(tab, "[data-desk=exam]");
        const first = await eventually("the checklist", () =>
          tab.$(">>> cadre-exam-checklist >>> .body input"),
        );
        await first.focus();
        await tab.keyboard.type("Bình thường");
        await tab.keyboard.press("Tab");
        await seesText(tab, "Đã lưu trên máy này");
        await clickDeep(tab, "[data-desk=referral]");
        await eventually("the referral", () => tab.$(">>> cadre-referral-form >>> .body input"));
        await tab.close();
      },
    );
  },
);

/** Names that there are not, in the place of right ones, and what the build says of each. */
const WRONG_NAMES = {
  html: [
    ["src/care.js", "cadre-care-connected", "cadre-care-conected", "Property 'service' does not exist"],
    ["src/care.js", "care?.statePatient", "care?.statPatient", "Property 'statPatient' does not exist"],
  ],
  react: [
    [
      "src/care.tsx",
      "onCadreCareConnected",
      "onCadreCareConected",
      "Property 'onCadreCareConected' does not exist",
    ],
    ["src/portal.tsx", "mode=", "mod=", "Property 'mod' does not exist"],
  ],
  vue: [
    ["src/patient-care.vue", "@cadre-care-connected", "@cadre-care-conected", "onCadreCareConected"],
    ["src/hospital-portal.vue", `mode="compact"`, `mod="compact"`, "'mod' does not exist"],
  ],
  angular: [
    ["src/care.ts", "(cadre-care-connected)", "(cadre-care-conected)", "'service' does not exist"],
    ["src/care.ts", "[site]", "[sight]", "Can't bind to 'sight'"],
  ],
} as const satisfies Record<PortalName, readonly (readonly [string, string, string, string])[]>;

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
