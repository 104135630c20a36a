import "../define/session.ts";
import { type Result, type SessionView, success } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { NOW, sessions } from "../testing/sample-views.ts";
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
