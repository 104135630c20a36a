import "../define/session.ts";
import { type Result, type SessionView, success } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { NOW, sessions, settingsSessions } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreSession } from "./session.ts";

const state = (name: string): SessionView => {
  const view = sessions[name];
  if (view === undefined) throw new Error(name);
  return view;
};
const open = async (view: SessionView): Promise<{ session: CadreSession; service: ScriptedService }> => {
  const service = new ScriptedService();
  service.say("session", view);
  const session = await fixture<CadreSession>(
    html`<cadre-session .service=${service} .now=${() => NOW}></cadre-session>`,
  );
  await settled(session);
  return { session, service };
};
const type = async (session: CadreSession, id: string, text: string): Promise<void> => {
  await userEvent.fill(find(session, `#${id}`, HTMLInputElement), text);
  await settled(session);
};

describe("session", () => {
  for (const name of Object.keys(sessions))
    it(`${name}: accessible`, async () => expectAccessible((await open(state(name))).session));

  it("signs in, locks and signs out", async () => {
    const { session, service } = await open(state("new"));
    await userEvent.click(button(session, "Đăng nhập"));
    service.say("session", state("open"));
    await settled(session);
    expect(textOf(session)).toContain("Lê Thị Mai");
    expect(textOf(session)).toContain("Tiếp đón");
    button(session, "Khóa").click();
    await settled(session);
    button(session, "Đăng xuất").click();
    expect(service.calls).toEqual([["signIn"], ["lock"], ["signOut"]]);
  });

  it("says that what was kept here is gone, beside the way to go on, and on no fresh machine", async () => {
    const { session } = await open(state("lost"));
    expect(textOf(session)).toContain("Dữ liệu trước đây trên máy này không còn");
    expect(textOf(session)).toContain("chưa gửi");
    expect(button(session, "Đăng nhập").isConnected).toBe(true);
    expect(textOf((await open(state("new"))).session)).not.toContain("không còn");
  });

  it("says why IT keeps the machine shut, and offers nothing but the language", async () => {
    const { session, service } = await open(state("shut"));
    expect(textOf(session)).toContain("Máy này đang bị khóa theo thiết lập của bộ phận CNTT");
    expect(textOf(session)).toContain("«idleLockMinutes»");
    expect(session.renderRoot.querySelectorAll("input")).toHaveLength(0);
    expect(buttons(session)).not.toContain("Mở khóa");
    session.settings = true;
    await settled(session);
    expect(textOf(session)).not.toContain("Đăng ký máy này");
    service.say("session", { ...state("shut"), language: "en" });
    await settled(session);
    expect(textOf(session)).toContain("IT has to correct them.");
    await expectAccessible(session);
  });

  it("takes a first secret that is long enough and twice the same", async () => {
    const { session, service } = await open(state("needs-secret"));
    await type(session, "secret", "ngan");
    button(session, "Đặt mã và mở khóa").click();
    await settled(session);
    expect(textOf(session)).toContain("Mã cần ít nhất 8 ký tự.");
    await expectAccessible(session);
    await type(session, "secret", "mùa thu Hà Nội");
    await type(session, "again", "mùa thu Huế");
    button(session, "Đặt mã và mở khóa").click();
    await settled(session);
    expect(textOf(session)).toContain("chưa giống nhau");
    expect(service.calls).toEqual([]);
    await type(session, "again", "mùa thu Hà Nội");
    find(session, "#again", HTMLInputElement).focus();
    await userEvent.keyboard("{Enter}");
    expect(service.calls).toEqual([["createSecret", "mùa thu Hà Nội"]]);
  });

  it("unlocks by keyboard, says why a secret is wrong, and wipes it once it was right", async () => {
    const { session, service } = await open(state("locked"));
    service.answerSession = async (): Promise<Result<SessionView>> => ({
      ok: false,
      problem: {
        code: "wrong-secret",
        message: { vi: "Mã mở khóa chưa đúng. Nhập lại.", en: "Wrong code. Try again." },
      },
    });
    await type(session, "secret", "sai-ma-roi");
    find(session, "#secret", HTMLInputElement).focus();
    await userEvent.keyboard("{Enter}");
    await settled(session);
    expect(textOf(session)).toContain("Mã mở khóa chưa đúng");
    expect(find(session, "#secret", HTMLInputElement).value).toBe("sai-ma-roi");
    service.answerSession = async () => success(state("open"));
    button(session, "Mở khóa").click();
    service.say("session", state("open"));
    await settled(session);
    service.say("session", state("locked"));
    await settled(session);
    expect(find(session, "#secret", HTMLInputElement).value).toBe("");
    expect(textOf(session)).not.toContain("chưa đúng");
  });

  it("waits out the delay after wrong secrets", async () => {
    const { session, service } = await open(state("locked-waiting"));
    expect(textOf(session)).toContain("Thử lại sau 25 giây");
    await type(session, "secret", "đúng rồi mà");
    button(session, "Mở khóa").click();
    find(session, "#secret", HTMLInputElement).focus();
    await userEvent.keyboard("{Enter}");
    expect(service.calls).toEqual([]);
    session.now = () => NOW + 26_000;
    await settled(session);
    button(session, "Mở khóa").click();
    expect(service.calls).toEqual([["unlock", "đúng rồi mà"]]);
  });

  it("keeps secrets where the browser does not write them", async () => {
    for (const name of ["needs-secret", "locked"]) {
      const { session } = await open(state(name));
      expect(count(session, "form")).toBe(0);
      for (const input of session.shadowRoot?.querySelectorAll("input") ?? [])
        expect(input.autocomplete).toBe("off");
      await type(session, "secret", "một hai ba bốn");
      expect(find(session, "#secret", HTMLInputElement).getAttribute("value")).toBeNull();
      expect(session.outerHTML).not.toContain("một hai");
    }
  });

  it("does not act on clicks and keys by script where trust is required", async () => {
    const { session, service } = await open(state("locked"));
    session.requireTrusted = true;
    await type(session, "secret", "mùa thu Hà Nội");
    button(session, "Mở khóa").click();
    find(session, "#secret", HTMLInputElement).dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true }),
    );
    expect(service.calls).toEqual([]);
  });

  it("lets one of several users be chosen by number, and unlocks that one", async () => {
    const { session, service } = await open(state("locked-several-users"));
    expect(textOf(session)).toContain("Người dùng 2 (dùng máy lần gần nhất)");
    await type(session, "secret", "đúng rồi mà");
    button(session, "Mở khóa").click();
    await settled(session);
    const [first] = session.shadowRoot?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [];
    first?.click();
    await settled(session);
    expect(find(session, "#secret", HTMLInputElement).value).toBe("");
    // Signing out is for whoever used the machine last, not for the one who was chosen.
    expect(buttons(session)).not.toContain("Đăng xuất");
    await type(session, "secret", "mã của người khác");
    button(session, "Mở khóa").click();
    expect(service.calls).toEqual([
      ["unlock", "đúng rồi mà"],
      ["unlock", "mã của người khác", "slot-1"],
    ]);
  });

  it("offers the board's way to whoever forgot, whose slot is closed, or who is new here", async () => {
    for (const [name, label, words] of [
      ["locked-several-users", "Quên mã", "đơn vị quản lý mở khóa, rồi đặt mã mới"],
      ["locked-closed", "Quên mã", "Mã đã bị đóng"],
      ["needs-board", "Nhờ đơn vị quản lý mở", "dữ liệu của người dùng trước"],
      ["needs-board-wiped", "Nhờ đơn vị quản lý mở", "đã xóa khóa trên máy này"],
    ] as const) {
      const { session, service } = await open(state(name));
      expect(textOf(session)).toContain(words);
      button(session, label).click();
      expect(service.calls).toEqual([["recover"]]);
    }
    const { session } = await open(state("locked-not-enrolled"));
    expect(buttons(session)).not.toContain("Quên mã");
    expect(textOf(session)).toContain("chưa được đăng ký với đơn vị quản lý");
  });

  it("lets somebody else sign in, locked or open", async () => {
    const { session, service } = await open(state("locked-several-users"));
    button(session, "Người khác đăng nhập").click();
    await settled(session);
    service.say("session", state("open"));
    await settled(session);
    button(session, "Đổi người dùng").click();
    expect(service.calls).toEqual([["signIn"], ["signIn"]]);
  });

  const openSettings = async (view: SessionView | undefined) => {
    if (view === undefined) throw new Error("no view");
    const { session, service } = await open(view);
    session.settings = true;
    await settled(session);
    return { session, service };
  };
  for (const name of Object.keys(settingsSessions))
    it(`settings, ${name}: accessible`, async () =>
      expectAccessible((await openSettings(settingsSessions[name])).session));

  it("takes the machine in on a settings page only, by a name that is not empty", async () => {
    const plain = await open(settingsSessions["not-enrolled"] ?? state("new"));
    expect(count(plain.session, "#machine")).toBe(0);
    const { session, service } = await openSettings(settingsSessions["not-enrolled"]);
    button(session, "Đăng ký máy này").click();
    await type(session, "machine", " Quầy tiếp đón 1 ");
    button(session, "Đăng ký máy này").click();
    expect(service.calls).toEqual([["enrolDevice", "Quầy tiếp đón 1"]]);
  });

  it("asks for a passphrase where the policy does", async () => {
    const { session } = await open(state("needs-passphrase"));
    expect(textOf(session)).toContain("bốn từ không liên quan");
  });

  it("switches the language for the whole service", async () => {
    const { session, service } = await open(state("new"));
    expect(button(session, "Tiếng Việt").getAttribute("aria-pressed")).toBe("true");
    await userEvent.click(button(session, "English"));
    await settled(session);
    expect(service.called("setLanguage")).toEqual([["setLanguage", "en"]]);
    expect(buttons(session)).toContain("Sign in");
    expect(button(session, "English").getAttribute("aria-pressed")).toBe("true");
  });
});
