import "../define/scan-input.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { CadreScanEvent } from "../events/events.ts";
import { problem } from "../testing/sample-views.ts";
import { button, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreScanInput } from "./scan-input.ts";

const open = async (): Promise<{ scan: CadreScanInput; seen: string[]; around: string[] }> => {
  const seen: string[] = [];
  const around: string[] = [];
  const form = await fixture<HTMLFormElement>(
    html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        around.push("submit");
      }}
      @keydown=${(event: KeyboardEvent) => around.push(event.key)}
      @cadre-scan=${(event: CadreScanEvent) => seen.push(event.text)}
    >
      <cadre-scan-input></cadre-scan-input>
    </form>`,
  );
  const scan = form.querySelector("cadre-scan-input");
  if (scan === null) throw new Error("no element");
  await settled(scan);
  return { scan, seen, around };
};

describe("scan input", () => {
  it("gives the raw text at Enter and swallows that key only", async () => {
    const { scan, seen, around } = await open();
    scan.focus();
    await userEvent.keyboard("003090012345||A{Enter}");
    expect(seen).toEqual(["003090012345||A"]);
    expect(around).not.toContain("Enter");
    expect(around).not.toContain("submit");
    expect(around).toContain("0");
  });

  it("replaces the last code by the next scan", async () => {
    const { scan, seen } = await open();
    scan.focus();
    await userEvent.keyboard("111{Enter}222{Enter}");
    expect(seen).toEqual(["111", "222"]);
  });

  it("says that there is no code, and shows a problem that is given back", async () => {
    const { scan, seen } = await open();
    button(scan, "Tra").click();
    await settled(scan);
    expect(textOf(scan)).toContain("Chưa có mã");
    expect(seen).toEqual([]);
    await userEvent.fill(find(scan, "input", HTMLInputElement), "12");
    button(scan, "Tra").click();
    scan.problem = problem;
    await settled(scan);
    expect(seen).toEqual(["12"]);
    expect(textOf(scan)).toContain(problem.message.vi);
    expect(find(scan, "input", HTMLInputElement).value).toBe("12");
    await expectAccessible(scan);
    scan.clear();
    await settled(scan);
    expect(find(scan, "input", HTMLInputElement).value).toBe("");
    await expectAccessible(scan);
  });

  it("empties only what was taken, not the next scan that has begun", async () => {
    const { scan } = await open();
    const input = find(scan, "input", HTMLInputElement);
    await userEvent.fill(input, "2");
    scan.clear("1");
    expect(input.value).toBe("2");
    scan.clear("2");
    expect(input.value).toBe("");
  });

  it("takes a pasted scan, and cuts off nothing of what the reader would refuse as too long", async () => {
    const { scan, seen } = await open();
    const long = "1|".repeat(1_100);
    await userEvent.fill(find(scan, "input", HTMLInputElement), long);
    button(scan, "Tra").click();
    expect(seen).toEqual([long]);
  });

  it.each([1280, 700, 420])(
    "keeps to one line of 54 px where it is %i px wide, whatever it says",
    async (width) => {
      const { scan } = await open();
      scan.line = true;
      scan.style.inlineSize = `${width}px`;
      const input = find(scan, "input", HTMLInputElement);
      const tall = async (): Promise<number> => {
        await settled(scan);
        const { top, bottom } = input.getBoundingClientRect();
        const around = scan.getBoundingClientRect();
        expect(top).toBeGreaterThanOrEqual(around.top);
        expect(bottom).toBeLessThanOrEqual(around.bottom);
        await expectAccessible(scan);
        return around.height;
      };
      expect(await tall()).toBeLessThanOrEqual(54);
      scan.problem = problem;
      expect(await tall()).toBeLessThanOrEqual(54);
      expect(find(scan, ".wrong", HTMLElement).getBoundingClientRect().width).toBeGreaterThan(100);
    },
  );

  it("shows in a line what is said of the last scan, until there is something wrong", async () => {
    const { scan } = await open();
    scan.innerHTML = `<span slot="said">Người vừa quét</span>`;
    scan.line = true;
    const said = () => scan.querySelector("span")?.getClientRects().length;
    await settled(scan);
    expect(said()).toBe(0);
    scan.answered = true;
    await settled(scan);
    expect(said()).toBe(1);
    expect(find(scan, "label", HTMLElement).offsetWidth).toBe(1);
    await expectAccessible(scan);
    button(scan, "Tra").click();
    await settled(scan);
    expect(textOf(scan)).toContain("Chưa có mã");
    expect(said()).toBe(0);
    scan.line = false;
    await settled(scan);
    expect(find(scan, "label", HTMLElement).offsetWidth).toBeGreaterThan(1);
  });

  it("does not act on keys by script where trust is required", async () => {
    const { scan, seen } = await open();
    scan.requireTrusted = true;
    await userEvent.fill(find(scan, "input", HTMLInputElement), "12");
    const key = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true });
    find(scan, "input", HTMLInputElement).dispatchEvent(key);
    button(scan, "Tra").click();
    expect(seen).toEqual([]);
  });
});
