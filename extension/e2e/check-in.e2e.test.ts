import { checkResource } from "@cadre-care/fhir/testing";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks } from "./support/drawn-marks.ts";
import type { HisDriver } from "./support/his-driver.ts";
import { jqgridDriver } from "./support/jqgrid-driver.ts";
import { openPanelFromBanner } from "./support/panel.ts";
import { clickDeep, seesText, unlock } from "./support/receptionist.ts";
import { dayAt, OFFICER, startWorkday, type Workday } from "./support/workday.ts";

const sentBundle = z.looseObject({
  entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }) })),
});

const driver: HisDriver = jqgridDriver;

/** Opens the first managed person on screen, not an emergency, and the panel beside the page. */
const openManagedPatient = async (workday: Workday): Promise<{ page: Page; panel: Page }> => {
  const page = await workday.openHis(driver);
  const day = dayAt(driver);
  const rows = await settledMarks(page, driver, day, 30_000);
  const row = rows.find(({ expected, why }) => expected === "managed" && !why.includes("emergency"));
  await driver.openPatient(page, row?.code ?? "");
  const panel = await openPanelFromBanner(workday.session, page);
  await panel.waitForSelector(">>> [part=check-in]", { visible: true });
  return { page, panel };
};

describe.each(browsersUnderTest())("check-in reaches the board once, %s", (kind) => {
  let workday: Workday;
  let officer: BoardReader;
  beforeEach(async () => {
    workday = await startWorkday(kind);
    officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
  });
  afterEach(() => workday?.end());

  const delivered = () =>
    eventually(
      "the check-in is at the board",
      async () => (await officer.search("Encounter")).length > 0,
      90_000,
    );

  const expectOnce = async (actedAt: { from: number; to: number }, views: number) => {
    const encounters = await officer.search("Encounter");
    const provenances = await officer.visitProvenances();
    const audits = await officer.search("AuditEvent", "subtype=read");
    expect(encounters).toHaveLength(1);
    expect(encounters[0]?.status).toBe("arrived");
    expect(provenances).toHaveLength(1);
    const occurred = Date.parse(String(provenances[0]?.occurredDateTime));
    expect(occurred).toBeGreaterThanOrEqual(actedAt.from - 1_000);
    expect(occurred).toBeLessThanOrEqual(actedAt.to + 1_000);
    const ours = audits.filter((audit) => JSON.stringify(audit.source).includes("device"));
    expect(ours).toHaveLength(views);
  };

  it("with the board away, the browser killed, started again, unlocked, and the board back", async () => {
    await workday.openHis(driver);
    workday.faults.inject({ kind: "down" });
    const { panel } = await openManagedPatient(workday);
    const from = Date.now();
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đã lưu trên máy này");
    const to = Date.now();
    await workday.session.kill();
    expect(await officerIsAway(workday)).toBe(true);
    await workday.relaunch();
    const popup = await unlock(workday.session);
    await seesText(popup, "chờ gửi");
    workday.faults.heal();
    await delivered();
    await seesText(popup, "Không còn gì chờ gửi", 90_000);
    await expectOnce({ from, to }, 1);
    expect(faultsOfSentResources(workday)).toEqual([]);
  });

  it("when the first answer is lost after the board committed", async () => {
    const { panel } = await openManagedPatient(workday);
    workday.faults.inject(
      { kind: "answer-lost" },
      { times: 1, when: ({ method, body }) => method === "POST" && body.includes('"Encounter"') },
    );
    const from = Date.now();
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, /Đã lưu trên máy này|Đang gửi|Đơn vị quản lý đã nhận/);
    const to = Date.now();
    await delivered();
    await seesText(panel, "Đơn vị quản lý đã nhận", 120_000);
    const sent = workday.faults.traffic.filter(
      ({ method, body }) => method === "POST" && body.includes('"Encounter"'),
    );
    expect(sent.length).toBeGreaterThan(1);
    await expectOnce({ from, to }, 1);
  });
});

/** What Medplum, npm fhir and our own code checks say of every transaction that left the extension. */
const faultsOfSentResources = (workday: Workday): readonly string[] => {
  const bundles = workday.faults.seen("/fhir", "POST").map(({ body }) => sentBundle.parse(JSON.parse(body)));
  const types = bundles.flatMap(({ entry }) => entry.map(({ resource }) => resource.resourceType));
  expect(new Set(types)).toEqual(new Set(["Encounter", "Provenance", "AuditEvent"]));
  return bundles.flatMap((bundle) => checkResource(bundle));
};

/** The board is really out of reach: nothing that follows could have arrived before it is healed. */
const officerIsAway = async (workday: Workday): Promise<boolean> =>
  fetch(`${workday.demo.boardUrl}/health`).then(
    () => false,
    () => true,
  );
