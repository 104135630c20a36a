import "../define/questionnaire.ts";
import { fixture, html } from "@open-wc/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { find, settled } from "../testing/settled.ts";
import { FormPrinter } from "./form-printer.ts";
import { CadreQuestionnaire } from "./questionnaire.ts";

const unreachable = async (...urls: readonly string[]): Promise<void> => {
  await cdp().send("Network.enable");
  await cdp().send("Network.setBlockedURLs", { urls: [...urls] });
};
beforeAll(() => unreachable("*/paper.ts*"));
afterAll(() => unreachable());

class Printing extends CadreQuestionnaire {
  /** Waits for the same as the form's own. */
  readonly other = new FormPrinter(this, () => undefined, this.words);
}
customElements.define("test-printing", Printing);

it("prints a line that says so where the paper cannot be fetched, and not an empty page", async () => {
  const questionnaire = {
    resourceType: "Questionnaire",
    status: "active",
    item: [{ linkId: "a", type: "string", text: "Thuốc" }],
  };
  const element = await fixture<Printing>(
    html`<test-printing .questionnaire=${questionnaire}></test-printing>`,
  );
  await element.other.prepare();
  const paper = find(element, ".paper", HTMLElement);
  const printed = async (): Promise<string | undefined> => {
    await settled(element);
    window.dispatchEvent(new Event("beforeprint"));
    const text = paper.textContent?.trim();
    window.dispatchEvent(new Event("afterprint"));
    return text;
  };
  expect(await printed()).toBe("Chưa in được. Tải lại trang rồi in lại.");
  element.language = "en";
  expect(await printed()).toBe("Not printed. Reload the page and print again.");
  expect(paper.textContent?.trim()).toBe("");
});
