import "../define/session.ts";
import "../define/scan-input.ts";
import { fixture, html } from "@open-wc/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { provideCare } from "../care/provide-care.ts";
import { fieldLabel } from "../outbox-status/field-label.ts";
import type { CadreScanInput } from "../scan-input/scan-input.ts";
import { PSEUDO } from "../testing/pseudo-language.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, settled, textOf } from "../testing/settled.ts";
import { registerLanguage } from "./register-language.ts";

const LABEL = { pseudo: "⟦Scan or type a code⟧", vi: "Quét hoặc nhập mã" };
const drawn = async (element: Element | null): Promise<string> => {
  await new Promise(requestAnimationFrame);
  await settled({ updateComplete: Promise.resolve(true) });
  return element === null ? "" : textOf(element);
};
/** What a problem's text is in the language of a scan field. */
const fieldIn = async (lang: string): Promise<CadreScanInput> => {
  const around = await fixture(html`<div lang=${lang}><cadre-scan-input></cadre-scan-input></div>`);
  const field = around.querySelector("cadre-scan-input");
  if (field === null) throw new Error("no field");
  return field;
};

beforeEach(() => document.documentElement.removeAttribute("lang"));
afterEach(() => document.documentElement.removeAttribute("lang"));

describe("a language that the page registers", () => {
  it("is taken up by elements that were drawn before", async () => {
    const field = await fieldIn("qps-ploc");
    expect(await drawn(field)).not.toContain("⟦");
    registerLanguage(PSEUDO);
    expect(await drawn(field)).toContain("⟦");
  });

  it("is that of the nearest lang, with its region, and follows the page", async () => {
    const field = await fieldIn("QPS-ploc-x-north");
    expect(await drawn(field)).toContain(LABEL.pseudo.slice(0, 5));
    field.parentElement?.setAttribute("lang", "vi");
    expect(await drawn(field)).toContain(LABEL.vi);
    field.parentElement?.removeAttribute("lang");
    document.documentElement.lang = "qps-ploc";
    expect(await drawn(field)).toContain("⟦");
    field.language = "vi";
    expect(await drawn(field)).toContain(LABEL.vi);
  });

  it("is found through shadow roots", async () => {
    const host = await fixture<HTMLElement>(html`<div lang="qps-ploc"></div>`);
    const field = document.createElement("cadre-scan-input");
    host.attachShadow({ mode: "open" }).append(field);
    expect(await drawn(field)).toContain("⟦");
  });

  it("is no other than what is registered: a tag that nobody registered is Vietnamese", async () => {
    const field = await fieldIn("km");
    expect(await drawn(field)).toContain(LABEL.vi);
    field.language = "km";
    expect(await drawn(field)).toContain(LABEL.vi);
  });

  it("is offered by the switch, and left by it, also where the page itself is in it", async () => {
    document.documentElement.lang = "qps-ploc";
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const service = new ScriptedService();
    const end = provideCare(root, service);
    root.innerHTML = "<cadre-session></cadre-session>";
    const session = root.querySelector("cadre-session");
    if (session === null) throw new Error("no session");
    expect(await drawn(session)).toContain("⟦");
    expect(root.hasAttribute("lang")).toBe(false);
    button(session, "Tiếng Việt").click();
    expect(await drawn(session)).not.toContain("⟦");
    expect(root.lang).toBe("vi");
    button(session, "Pseudo").click();
    expect(await drawn(session)).toContain("⟦");
    expect(service.called("setLanguage")).toEqual([
      ["setLanguage", "vi"],
      ["setLanguage", "qps-ploc"],
    ]);
    expect(root.lang).toBe("qps-ploc");
    end();
  });

  it("explains problems by their code, and others by the data's language", async () => {
    const field = await fieldIn("qps-ploc");
    field.problem = { code: "scan-empty", message: { vi: "trống", en: "empty" } };
    expect(await drawn(field)).toContain("⟦Nothing was scanned. Scan again.⟧");
    field.problem = { code: "of-the-board", message: { vi: "của đơn vị", en: "of the board" } };
    expect(await drawn(field)).toContain("of the board");
    field.problem = { code: "own", message: { vi: "riêng", en: "own", "qps-ploc": "⟪own⟫" } };
    expect(await drawn(field)).toContain("⟪own⟫");
    registerLanguage(PSEUDO, { "of-the-board": "⟦from outside⟧" });
    field.problem = { code: "of-the-board", message: { vi: "của đơn vị", en: "of the board" } };
    expect(await drawn(field)).toContain("⟦from outside⟧");
  });

  it("names what an entry says", async () => {
    const field = await fieldIn("qps-ploc");
    await drawn(field);
    const words = Reflect.get(field, "words");
    const label = { vi: "Lý do", en: "Reason of mine" };
    const named = (id: string): string => fieldLabel({ id, label, value: "", input: "none" }, words);
    expect(named("reasonCode.0.text")).toBe("⟦Reason⟧");
    expect(named("at")).toBe("⟦Time⟧");
    expect(named("item.0.answer.0.valueString")).toBe("Reason of mine");
  });

  it("is refused where it is ours already, and where its tag is none", () => {
    for (const tag of ["vi", "en-XA", "no tag", ""])
      expect(() => registerLanguage({ ...PSEUDO, tag })).toThrow(RangeError);
  });
});
