import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually } from "./harness/index.ts";
import { signIn } from "./harness/sign-in.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks } from "./support/drawn-marks.ts";
import { jqgridDriver } from "./support/jqgrid-driver.ts";
import { openPanelFromBanner } from "./support/panel.ts";
import { clickDeep, enterSecret, openPopup, SECRET, seesText } from "./support/receptionist.ts";
import { withSecondFactor } from "./support/second-factor.ts";
import { dayAt, startWorkday, type Workday } from "./support/workday.ts";

const devicesSchema = z.object({ devices: z.array(z.object({ id: z.string(), name: z.string() })) });
const commandsSchema = z.object({ commands: z.array(z.object({ outcome: z.string().nullable() })) });

describe.each(browsersUnderTest())("a machine that the board knows, %s", (kind) => {
  let workday: Workday;
  beforeEach(async () => {
    workday = await startWorkday(kind);
  });
  afterEach(() => workday?.end());

  const checkIn = async (): Promise<void> => {
    const page = await workday.openHis(jqgridDriver);
    const rows = await settledMarks(page, jqgridDriver, dayAt(jqgridDriver), 30_000);
    const row = rows.find(({ expected, why }) => expected === "managed" && !why.includes("emergency"));
    await jqgridDriver.openPatient(page, row?.code ?? "");
    const panel: Page = await openPanelFromBanner(workday.session, page);
    await panel.waitForSelector(">>> [part=check-in]", { visible: true });
    workday.faults.inject({ kind: "down" });
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đã lưu trên máy này");
  };

  const enrol = async (): Promise<void> => {
    const options = await workday.session.extensionPage("options/options.html");
    const name = await options.waitForSelector(">>> #machine", { visible: true });
    await name?.type("Quầy tiếp đón 1");
    await clickDeep(options, ">>> [part=enrol]");
    await signIn(workday.session, workday.demo.boardUrl, withSecondFactor("cntt"));
    await seesText(options, "Máy đã đăng ký với đơn vị quản lý Quầy tiếp đón 1");
    await seesText(options, "Nguyễn Thị Lễ Tân");
    await options.close();
  };

  // Firefox has no virtual authenticator that a test could plug in.
  if (kind === "chromium")
    it("unlocks by a security key, on a page of the extension's own", async () => {
      const options = await workday.session.extensionPage("options/options.html");
      const protocol = await options.createCDPSession();
      await protocol.send("WebAuthn.enable");
      await protocol.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          ctap2Version: "ctap2_1",
          transport: "usb",
          hasResidentKey: true,
          hasUserVerification: true,
          hasPrf: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      const field = await options.waitForSelector(">>> #secret", { visible: true });
      await field?.type(SECRET);
      await clickDeep(options, ">>> [part=add-passkey]");
      await seesText(options, "Đã thêm khóa bảo mật");
      await clickDeep(options, ">>> [part=lock]");
      await clickDeep(options, ">>> [part=use-passkey]");
      await seesText(options, "Đổi người dùng");
    });

  it("is enrolled by IT; the board wipes it with an entry waiting; the user comes back and it is delivered once", async () => {
    await enrol();
    await checkIn();
    await workday.session.kill();
    workday.faults.heal();
    const officer = await BoardReader.signIn(
      workday.demo.boardUrl,
      workday.redirectUri,
      withSecondFactor("quanly"),
    );
    expect(await officer.search("Encounter")).toHaveLength(0);
    const { devices } = devicesSchema.parse(await officer.ask("GET", "/devices"));
    expect(devices.map(({ name }) => name)).toEqual(["Quầy tiếp đón 1"]);
    const path = `/devices/${devices[0]?.id}/commands`;
    await officer.ask("POST", path, { kind: "wipe" });
    await workday.relaunch();
    await eventually("the wipe was carried out, locked and with nobody signed in", async () =>
      commandsSchema
        .parse(await officer.ask("GET", path))
        .commands.every(({ outcome }) => outcome === "done"),
    );
    const popup = await openPopup(workday.session);
    await seesText(popup, "Chưa đăng nhập trên máy này");
    await clickDeep(popup, ">>> [part=sign-in]");
    await signIn(workday.session, workday.demo.boardUrl, withSecondFactorLess("letan"));
    await popup.bringToFront();
    await seesText(popup, "Đơn vị quản lý đã xóa khóa trên máy này");
    await clickDeep(popup, ">>> [part=recover]");
    await signIn(workday.session, workday.demo.boardUrl, withSecondFactor("letan"));
    await popup.bringToFront();
    await seesText(popup, "Đặt mã mở khóa");
    await enterSecret(popup, "mot-ma-khac-2026");
    await seesText(popup, "Không còn gì chờ gửi", 90_000);
    const encounters = await officer.search("Encounter");
    expect(encounters).toHaveLength(1);
    const [provenance] = await officer.visitProvenances();
    expect(JSON.stringify(provenance)).toContain("Practitioner/");
    const security = await officer.search("AuditEvent", "subtype=escrow-opened");
    expect(security.length).toBe(2);
  });
});

/** The same account where the page asks for the password alone. */
const withSecondFactorLess = (login: string) => {
  const { code: _, ...account } = withSecondFactor(login);
  return account;
};
