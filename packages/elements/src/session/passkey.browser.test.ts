import "../define/session.ts";
import { fixture, html } from "@open-wc/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { sessions, settingsSessions } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, find, settled, textOf } from "../testing/settled.ts";
import { createPasskey, passkeyOutput } from "./passkey.ts";
import type { CadreSession } from "./session.ts";

/** Chromium's own virtual authenticators, by its debugging protocol. */
const protocol = (): { send(method: string, parameters?: object): Promise<Record<string, string>> } =>
  Object(cdp());

describe("a security key", () => {
  let authenticator = "";
  const plug = async (options: object): Promise<void> => {
    const { authenticatorId = "" } = await protocol().send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "usb",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        ...options,
      },
    });
    authenticator = authenticatorId;
  };
  beforeEach(async () => {
    await protocol().send("WebAuthn.enable");
  });
  afterEach(async () => {
    await protocol().send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: authenticator });
    await protocol().send("WebAuthn.disable");
  });

  it("gives 32 bytes for a credential, the same every time, and others for another input", async () => {
    await plug({ hasPrf: true });
    const made = await createPasskey();
    if (!made.ok) throw new Error(made.problem.code);
    expect(made.value.output).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await passkeyOutput(made.value)).toEqual({ ok: true, value: made.value.output });
    const other = await passkeyOutput({ ...made.value, salt: `${made.value.salt.slice(0, -4)}AAAA` });
    expect(other.ok && other.value).not.toBe(made.value.output);
  });

  it("is refused in words when it has no PRF", async () => {
    await plug({ hasPrf: false });
    const made = await createPasskey();
    expect(!made.ok && made.problem.message.vi).toContain("thiếu tính năng PRF");
  });

  it("is added and used from the screen", async () => {
    await plug({ hasPrf: true });
    const service = new ScriptedService();
    const view = settingsSessions["enrolled-open"];
    if (view === undefined) throw new Error("no view");
    service.say("session", view);
    const session = await fixture<CadreSession>(
      html`<cadre-session settings .service=${service}></cadre-session>`,
    );
    await settled(session);
    await userEvent.fill(find(session, "#secret", HTMLInputElement), "mùa thu Hà Nội");
    await settled(session);
    await userEvent.click(button(session, "Thêm khóa bảo mật"));
    await expect.poll(() => service.called("addPasskey").length).toBe(1);
    const [, secret, passkey] = service.called("addPasskey")[0] ?? [];
    expect(secret).toBe("mùa thu Hà Nội");
    const { output, ...known } = Object(passkey);
    const locked = sessions.locked;
    if (locked === undefined) throw new Error("no view");
    const user = { id: "slot-1", ordinal: 1, current: true, closed: false, passkey: known };
    service.say("session", { ...locked, users: [user] });
    await settled(session);
    expect(textOf(session)).toContain("Mở bằng khóa bảo mật");
    await userEvent.click(button(session, "Mở bằng khóa bảo mật"));
    await expect
      .poll(() => service.called("unlockWithPasskey"))
      .toEqual([["unlockWithPasskey", output, undefined]]);
  });
});
