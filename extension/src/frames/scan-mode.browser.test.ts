import { type Result, readScan, type ScanAnswer, type SubjectView, success } from "@cadre-care/domain";
import axe from "axe-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import "@cadre-care/elements/define/priority-banner";
import type { CadrePriorityBanner } from "@cadre-care/elements";
import { ScanButton } from "./scan-button.ts";
import { type BannerLane, ScanMode, type ScanModeService } from "./scan-mode.ts";

const around = {
  warnings: [],
  roster: { state: "current", entries: 1_500, syncedAt: new Date().toISOString() },
  connection: { online: true },
} as const;
const patient = (generation: number, change: Partial<SubjectView> = {}): SubjectView => ({
  ...around,
  subject: `s-${generation}`,
  generation,
  emergency: false,
  about: { state: "not-managed" },
  ...change,
});
/** As Telex leaves it. */
const garbled = "003160000001||NGUYEENX THIJ HOA|02031960|Nuwx|Xax Maaux, tinhr Maaux|10052021";
const code = "003160000001||Nguyễn Thị Hoa|02031960|Nữ|Xã Mẫu, tỉnh Mẫu|10052021";

/** A background that reads scans with the product's own reader, and knows nobody. */
class Background implements ScanModeService {
  readonly asked: string[] = [];
  /** Holds answers back until it is called. */
  release: (() => void) | undefined;
  relation: ScanAnswer["relation"] = "another";

  lookUpScan = async (text: string): Promise<Result<ScanAnswer>> => {
    this.asked.push("lookUpScan");
    if (this.release !== undefined) await new Promise<void>((resolve) => (this.release = resolve));
    const read = readScan(text);
    if (!read.ok) return read;
    return success({
      ...around,
      source: read.value.source,
      relation: this.relation,
      emergency: false,
      about: { state: "possible", rung: "name-birth-date-sex", candidates: 1 },
    });
  };
  forgetScan = async (): Promise<void> => {
    this.asked.push("forgetScan");
  };
  openPanel = async (): Promise<void> => {
    this.asked.push("openPanel");
  };
}

let background: Background;
let mode: ScanMode;
let lane: HTMLElement;
let banner: CadrePriorityBanner;
let at: BannerLane;

beforeAll(() => customElements.define("scan-button", ScanButton));
beforeEach(async () => {
  background = new Background();
  mode = new ScanMode(background);
  lane = document.createElement("div");
  banner = document.createElement("cadre-priority-banner");
  lane.append(banner);
  document.body.append(lane);
  at = { lane, banner };
  mode.equip(at);
  mode.session(true, "vi");
  show(patient(8));
  await banner.updateComplete;
});
afterEach(() => lane.remove());

const show = (view: SubjectView): void => {
  banner.view = view;
  mode.patient(view);
};
const stripRoot = (): ShadowRoot | undefined => lane.querySelector("scan-strip")?.shadowRoot ?? undefined;
const scanInput = () => stripRoot()?.querySelector("cadre-scan-input") ?? undefined;
const said = (): string => {
  const answer = stripRoot()?.querySelector("cadre-scan-answer")?.shadowRoot;
  const line = answer?.querySelector("[part=line]")?.textContent ?? "";
  const wrong = scanInput()?.shadowRoot?.querySelector(".wrong")?.textContent ?? "";
  return `${wrong}${line}`.replaceAll(/\s+/g, " ").trim();
};
const scanButton = (): HTMLButtonElement => {
  const found = banner.querySelector("scan-button")?.shadowRoot?.querySelector("button");
  if (!found) throw new Error("no button");
  return found;
};
const part = (name: string): Element => {
  const answer = stripRoot()?.querySelector("cadre-scan-answer")?.shadowRoot;
  const found = stripRoot()?.querySelector(`[part=${name}]`) ?? answer?.querySelector(`[part=${name}]`);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const begin = async (): Promise<void> => {
  await userEvent.click(scanButton());
  await vi.waitFor(() => expect(scanInput()?.shadowRoot?.activeElement?.localName).toBe("input"));
};
const scan = async (text: string, answer: RegExp): Promise<void> => {
  await userEvent.keyboard(`${text.replaceAll(/[{[]/g, "$&$&")}{Enter}`);
  await vi.waitFor(() => expect(said()).toMatch(answer));
};

const gone = (): void => {
  expect(lane.querySelector("scan-strip")).toBeNull();
  expect(banner.getClientRects().length).toBe(1);
  expect(document.body.textContent).not.toContain("Người vừa quét");
};

describe("scanning in the banner", () => {
  it("takes the strip's place, of the same height, with the cursor in its field", async () => {
    await begin();
    expect(banner.getClientRects().length).toBe(0);
    expect(lane.getBoundingClientRect().height).toBe(56);
    await scan(code, /^Người vừa quét: Có thể thuộc diện quản lý/);
    expect(lane.getBoundingClientRect().height).toBe(56);
    expect(background.asked).toEqual(["lookUpScan"]);
    expect(lane.innerHTML).not.toContain("Hoa");
  });

  it("says why a garbled scan cannot be read, in place of the answer before", async () => {
    await begin();
    await scan(code, /^Người vừa quét/);
    await scan(garbled, /^Tắt bộ gõ tiếng Việt rồi quét lại/);
    const answer = stripRoot()?.querySelector("cadre-scan-answer");
    expect(answer?.getClientRects().length).toBe(0);
    expect(background.asked).not.toContain("openPanel");
  });

  it("goes back to the patient at Escape and at its button, with the focus, and nobody is scanned", async () => {
    for (const leave of [() => userEvent.keyboard("{Escape}"), () => userEvent.click(part("leave"))]) {
      background.asked.length = 0;
      await begin();
      await scan(code, /^Người vừa quét/);
      await leave();
      gone();
      expect(background.asked).toEqual(["lookUpScan", "forgetScan"]);
      expect(document.activeElement?.localName).toBe("scan-button");
    }
  });

  it("ends with the page's patient, and an answer that comes later is forgotten", async () => {
    await begin();
    background.release = () => undefined;
    await userEvent.keyboard(`${code}{Enter}`);
    await vi.waitFor(() => expect(background.asked).toEqual(["lookUpScan"]));
    show(patient(8, { about: { state: "reading" } }));
    expect(lane.querySelector("scan-strip")).not.toBeNull();
    show(patient(9));
    gone();
    background.release();
    await vi.waitFor(() => expect(background.asked).toEqual(["lookUpScan", "forgetScan", "forgetScan"]));
    gone();
  });

  it("forgets a late answer beside a scan begun since, but never for one that was looked up since", async () => {
    const late = async (after: () => Promise<void>): Promise<void> => {
      background.asked.length = 0;
      await begin();
      background.release = () => undefined;
      await userEvent.keyboard(`${code}{Enter}`);
      await vi.waitFor(() => expect(background.asked).toEqual(["lookUpScan"]));
      const { release } = background;
      background.release = undefined;
      await userEvent.keyboard("{Escape}");
      await begin();
      await after();
      release();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await userEvent.keyboard("{Escape}");
    };
    await late(async () => undefined);
    expect(background.asked).toEqual(["lookUpScan", "forgetScan", "forgetScan"]);
    await late(() => scan(code, /^Người vừa quét/));
    expect(background.asked).toEqual(["lookUpScan", "forgetScan", "lookUpScan", "forgetScan"]);
  });

  it("is there again when its code could not be loaded", async () => {
    let away = true;
    const other = document.createElement("cadre-priority-banner");
    lane.append(other);
    const trying = new ScanMode(background, () =>
      away ? Promise.reject(new TypeError("not there")) : import("./scan-strip.ts"),
    );
    trying.equip({ lane, banner: other });
    trying.session(true, "vi");
    trying.patient(patient(8));
    await other.updateComplete;
    const press = async () => {
      const button = other.querySelector("scan-button")?.shadowRoot?.querySelector("button");
      if (button) await userEvent.click(button);
    };
    await press();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lane.querySelector("scan-strip")).toBeNull();
    away = false;
    await press();
    await vi.waitFor(() => expect(lane.querySelector("scan-strip")).not.toBeNull());
  });

  it("ends with an emergency of the page's patient, and with the lock", async () => {
    await begin();
    show(patient(8, { emergency: true }));
    gone();
    show(patient(8));
    await banner.updateComplete;
    await begin();
    mode.session(false, "vi");
    gone();
    expect(banner.querySelector("scan-button")?.getClientRects().length).toBe(0);
  });

  it("opens the panel at a click only, and then keeps the person until the patient is asked for", async () => {
    await begin();
    await scan(code, /^Người vừa quét/);
    await userEvent.click(part("open"));
    await userEvent.click(part("leave"));
    expect(background.asked).toEqual(["lookUpScan", "openPanel"]);
    mode.forget();
    mode.forget();
    expect(background.asked).toEqual(["lookUpScan", "openPanel", "forgetScan"]);
  });

  it("does nothing at clicks and keys that script makes", async () => {
    scanButton().click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(lane.querySelector("scan-strip")).toBeNull();
    await begin();
    const leave = part("leave");
    leave.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
    leave.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    expect(lane.querySelector("scan-strip")).not.toBeNull();
  });

  it("is in English by switch", async () => {
    mode.session(true, "en");
    await vi.waitFor(() => expect(scanButton().textContent?.trim()).toBe("Scan"));
    await begin();
    await scan(
      code,
      /^Person scanned: Possibly in the managed list Not the patient who is open on the page\./,
    );
    expect(part("leave").textContent?.trim()).toBe("Stop");
  });

  it.each([1_280, 700, 420])("is accessible and runs out of nothing at %i px", async (width) => {
    lane.style.inlineSize = `${width}px`;
    const look = async () => {
      const { violations, passes } = await axe.run(lane, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
      expect(passes.length).toBeGreaterThan(0);
      const strip = stripRoot()?.querySelector(".strip");
      expect(strip?.scrollWidth).toBeLessThanOrEqual(strip?.clientWidth ?? 0);
      const field = scanInput()?.shadowRoot?.querySelector("input")?.getBoundingClientRect();
      const line = stripRoot()?.querySelector("cadre-scan-answer")?.shadowRoot?.querySelector("[part=line]");
      for (const words of line?.querySelectorAll("strong, .more") ?? [])
        expect(words.getBoundingClientRect().right).toBeLessThanOrEqual(field?.left ?? 0);
    };
    await begin();
    await look();
    await scan(code, /^Người vừa quét/);
    await look();
    await scan(garbled, /^Tắt bộ gõ/);
    await look();
  });
});
