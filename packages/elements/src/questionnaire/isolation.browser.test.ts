import "../define/all.ts";
import type { OpenedForm } from "@cadre-care/domain";
import { afterEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { openedExam, sampleExam } from "../testing/sample-exam.ts";
import { openedReferral } from "../testing/sample-referral.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { settled } from "../testing/settled.ts";

/** The CSS of a page that resets everything, as strongly as a page can. */
const HOSTILE = `
  * {
    all: unset !important; color: lime !important; font-family: cursive !important; line-height: 3 !important;
    letter-spacing: 9px !important; text-transform: uppercase !important; white-space: pre !important;
  }
  :is(cadre-questionnaire, cadre-exam-checklist, cadre-referral-form)::before { content: "!" !important; }
  :is(cadre-questionnaire, cadre-exam-checklist, cadre-referral-form)::after { content: "!" !important; }
  input, button, label, section { display: none !important; }
`;
const sheet = new CSSStyleSheet();
await sheet.replace(HOSTILE);

afterEach(() => {
  document.adoptedStyleSheets = [];
  document.body.replaceChildren();
});

/** A box of its own size, whatever the page's CSS says of boxes. */
const box = (top = "0"): HTMLElement => {
  const element = document.createElement("div");
  for (const [name, value] of [
    ["display", "block"],
    ["position", "absolute"],
    ["inset", `${top} auto auto 0`],
    ["width", "700px"],
    ["background", "white"],
  ] as const)
    element.style.setProperty(name, value, "important");
  document.body.append(element);
  return element;
};
const picture = async (element: Element): Promise<string> => {
  const taken: unknown = await page.screenshot({ element, base64: true, save: false });
  if (typeof taken !== "string") throw new Error("no picture was taken");
  return taken;
};
const serviceOf = (opened: OpenedForm): ScriptedService => {
  const service = new ScriptedService();
  service.answerForm = async () => ({ ok: true, value: opened });
  return service;
};

/** The three elements of forms, as a page has them. */
const FORMS = [
  ["cadre-questionnaire", () => ({ questionnaire: sampleExam, prefilled: openedExam.prefilled })],
  ["cadre-exam-checklist", () => ({ subject: "s-1", service: serviceOf(openedExam), now: () => NOW })],
  ["cadre-referral-form", () => ({ subject: "s-1", service: serviceOf(openedReferral), now: () => NOW })],
] as const;

describe.each(FORMS)("<%s>", (tag, properties) => {
  const form = async (container: HTMLElement): Promise<HTMLElement> => {
    const element = Object.assign(document.createElement(tag), properties());
    container.append(element);
    await expect.poll(() => element.shadowRoot?.querySelectorAll(".section").length).toBeGreaterThan(1);
    await settled(element);
    return container;
  };

  it("looks the same on a page that unsets everything", async () => {
    const plain = await picture(await form(box()));
    document.body.replaceChildren();
    document.adoptedStyleSheets = [sheet];
    const hostile = await picture(await form(box()));
    expect(hostile === plain).toBe(true);
  });

  it("leaves the page's own look as it is, to the pixel", async () => {
    const own = box();
    own.innerHTML =
      "<h1>HIS</h1><label>Họ tên <input value='A'></label><button>Lưu</button><table><td>1</td></table>";
    const before = await picture(own);
    await form(box("400px"));
    expect((await picture(own)) === before).toBe(true);
  });
});
