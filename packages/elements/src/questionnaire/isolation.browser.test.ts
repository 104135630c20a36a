import "../define/questionnaire.ts";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { openedExam, sampleExam } from "../testing/sample-exam.ts";
import { settled } from "../testing/settled.ts";

/** The CSS of a page that resets everything, as strongly as a page can. */
const HOSTILE = `
  * {
    all: unset !important; color: lime !important; font-family: cursive !important; line-height: 3 !important;
    letter-spacing: 9px !important; text-transform: uppercase !important; white-space: pre !important;
  }
  cadre-questionnaire::before, cadre-questionnaire::after { content: "!" !important; }
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
const form = async (): Promise<Element> => {
  const container = box();
  const element = document.createElement("cadre-questionnaire");
  Object.assign(element, { questionnaire: sampleExam, prefilled: openedExam.prefilled });
  container.append(element);
  await settled(element);
  return container;
};

it("looks the same on a page that unsets everything", async () => {
  const plain = await picture(await form());
  document.body.replaceChildren();
  document.adoptedStyleSheets = [sheet];
  const hostile = await picture(await form());
  expect(hostile === plain).toBe(true);
});

it("leaves the page's own look as it is, to the pixel", async () => {
  const own = box();
  own.innerHTML =
    "<h1>HIS</h1><label>Họ tên <input value='A'></label><button>Lưu</button><table><td>1</td></table>";
  const before = await picture(own);
  const element = document.createElement("cadre-questionnaire");
  Object.assign(element, { questionnaire: sampleExam });
  box("400px").append(element);
  await settled(element);
  expect((await picture(own)) === before).toBe(true);
});
