import "../define/scan-answer.ts";
import type { ScanView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { CadreOpenPersonEvent } from "../events/events.ts";
import { brief, person, problem, scanView, scanViews } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, expectAccessible, settled, textOf } from "../testing/settled.ts";
import type { CadreScanAnswer } from "./scan-answer.ts";

const open = async (view: ScanView | undefined, brief = false): Promise<CadreScanAnswer> => {
  const answer = await fixture<CadreScanAnswer>(
    html`<cadre-scan-answer ?brief=${brief} .view=${view}></cadre-scan-answer>`,
  );
  await settled(answer);
  return answer;
};

const openLine = async (view: ScanView | undefined, width: number): Promise<CadreScanAnswer> => {
  const answer = await fixture<CadreScanAnswer>(
    html`<cadre-scan-answer line style="display:block;inline-size:${width}px" .view=${view}></cadre-scan-answer>`,
  );
  await settled(answer);
  return answer;
};

const process = `${brief.process.vi} · ${brief.room.vi}.`;

/** What the panel says above the details, and what the popup says instead of them. */
const WORDS: Readonly<Record<string, { panel: string; popup: string }>> = {
  nobody: { panel: "", popup: "" },
  reading: { panel: "Đang tra…", popup: "Đang tra…" },
  managed: { panel: "", popup: "Thuộc diện quản lý" },
  "managed-same": { panel: "Đúng là người bệnh đang mở trên trang", popup: "Thuộc diện quản lý" },
  "managed-another": { panel: "Không phải người bệnh đang mở trên trang", popup: "Không phải người bệnh" },
  "managed-emergency": { panel: "Đúng là người bệnh", popup: "Ưu tiên cấp cứu trước" },
  possible: { panel: "Chưa rõ có phải người bệnh đang mở", popup: "Có thể thuộc diện quản lý" },
  "possible-two": { panel: "Có 2 người trùng thông tin", popup: "Có thể thuộc diện quản lý" },
  "not-managed": { panel: "Không có trong danh sách", popup: "Không có trong danh sách" },
  "not-managed-another": { panel: "Không phải người bệnh đang mở", popup: "Không có trong danh sách" },
  "not-managed-without-roster": { panel: "Chưa có danh sách", popup: "Chưa có danh sách" },
  "cmnd-alone": { panel: "Số CMND cần đi cùng ngày sinh", popup: "chưa đủ để kết luận" },
  "card-unknown": { panel: "thẻ hoặc sổ có thể đã đổi số", popup: "chưa đủ để kết luận" },
  conflict: { panel: "Họ tên vừa quét khác với danh sách", popup: "Thông tin mâu thuẫn" },
  unsettled: { panel: "Chưa kết luận được", popup: problem.message.vi },
  locked: { panel: "Mở khóa rồi quét lại", popup: "Đang khóa" },
};

describe("answer to a scan", () => {
  it.each(Object.entries(scanViews))(
    "%s: says one thing, accessible, in panel and popup",
    async (name, view) => {
      for (const place of ["panel", "popup"] as const) {
        const answer = await open(view, place === "popup");
        const words = WORDS[name]?.[place] ?? "untested";
        expect(textOf(answer)).toContain(words);
        if (words === "") expect(textOf(answer)).toBe("");
        await expectAccessible(answer);
      }
    },
  );

  const LINE: Readonly<Record<string, string>> = {
    nobody: "",
    reading: "Người vừa quét: Đang tra…",
    managed: `Người vừa quét: Thuộc diện quản lý ${process}`,
    "managed-same": `Người vừa quét: Thuộc diện quản lý Đúng là người bệnh đang mở trên trang. ${process}`,
    "managed-another": `Thuộc diện quản lý Không phải người bệnh đang mở trên trang. ${process}`,
    "managed-emergency": "Người vừa quét: Ưu tiên cấp cứu trước Đúng là",
    possible: "Người vừa quét: Có thể thuộc diện quản lý Chưa rõ có phải",
    "possible-two": "Người vừa quét: Có thể thuộc diện quản lý Trùng họ tên",
    "not-managed": "Người vừa quét: Không có trong danh sách quản lý Phục vụ",
    "not-managed-another": "Không có trong danh sách quản lý Không phải người bệnh đang mở trên trang.",
    "not-managed-without-roster": "Người vừa quét: Chưa có danh sách Danh sách chưa tải",
    "cmnd-alone": "Số CMND cần đi cùng ngày sinh",
    "card-unknown": "thẻ hoặc sổ có thể đã đổi số",
    conflict: "Người vừa quét: Thông tin mâu thuẫn, không mở hồ sơ Họ tên vừa quét khác với danh sách",
    unsettled: `Người vừa quét: Chưa kết luận được ${problem.message.vi}`,
    locked: "Người vừa quét: Đang khóa Mở khóa rồi quét lại",
  };

  it.each(Object.entries(scanViews))(
    "%s: in one line of 54 px, whose it is first, no name",
    async (name, view) => {
      for (const width of [900, 320]) {
        const answer = await openLine(view, width);
        expect(textOf(answer)).toContain(LINE[name] ?? "untested");
        if (name !== "nobody") expect(textOf(answer)).toMatch(/^Người vừa quét: /);
        expect(textOf(answer)).not.toContain(person.name);
        expect(answer.getBoundingClientRect().height).toBeLessThanOrEqual(54);
        const openable = /^(managed|managed-same|managed-another|possible.*)$/.test(name);
        expect(buttons(answer)).toEqual(openable ? ["Mở bảng chăm sóc"] : []);
        await expectAccessible(answer);
      }
    },
  );

  it("says in the line what of this machine bears on the answer, in both languages", async () => {
    const view = scanView(
      { state: "not-managed" },
      { source: "cccd-qr", connection: { online: false }, roster: { state: "cut-off", entries: 900 } },
    );
    const answer = await openLine(view, 900);
    expect(textOf(answer)).toContain("Mất mạng. Danh sách tải dở");
    answer.language = "en";
    await settled(answer);
    expect(textOf(answer)).toMatch(/^Person scanned: Not in the managed list .* Offline\./);
    await expectAccessible(answer);
  });

  it("opens the panel from the line at a real click alone", async () => {
    const seen: string[] = [];
    const answer = await openLine(scanViews.managed, 900);
    answer.addEventListener("cadre-open-panel", () => seen.push("panel"));
    answer.requireTrusted = true;
    button(answer, "Mở bảng chăm sóc").click();
    expect(seen).toEqual([]);
    await userEvent.click(button(answer, "Mở bảng chăm sóc"));
    expect(seen).toEqual(["panel"]);
  });

  it("names two people in the panel, and nobody in the popup", async () => {
    const view = scanViews["managed-another"];
    const panel = textOf(await open(view));
    expect(panel).toContain(`Vừa quét ${person.name} Trên trang Trần Văn Minh`);
    const popup = textOf(await open(view, true));
    expect(popup).not.toContain(person.name);
    expect(popup).not.toContain("Trần Văn Minh");
  });

  it("gives advice where no details stand below it, and never as an answer", async () => {
    const warned = scanView({ state: "not-managed" }, { source: "cccd-qr", warnings: [problem] });
    const answer = textOf(await open(warned));
    expect(answer.indexOf("Không có trong danh sách")).toBeLessThan(answer.indexOf(problem.message.vi));
    expect(textOf(await open({ ...warned, about: scanViews.managed?.about ?? warned.about }))).toBe("");
  });

  it("has no call to action in an emergency", async () => {
    expect(buttons(await open(scanViews["managed-emergency"], true))).toEqual([]);
    expect(buttons(await open(scanViews.managed, true))).toEqual(["Mở bảng chăm sóc"]);
  });

  it("opens the panel, and one of several people", async () => {
    const seen: string[] = [];
    const brief = await open(scanViews.managed, true);
    brief.addEventListener("cadre-open-panel", () => seen.push("panel"));
    button(brief, "Mở bảng chăm sóc").click();
    const several = await open(scanViews["possible-two"]);
    several.addEventListener("cadre-open-person", (event: CadreOpenPersonEvent) => seen.push(event.subject));
    several.shadowRoot?.querySelectorAll<HTMLButtonElement>("[part=candidate]")[1]?.click();
    expect(seen).toEqual(["panel", "s-11"]);
  });

  it("follows the service, and forgets whom it followed", async () => {
    const service = new ScriptedService();
    const answer = await fixture<CadreScanAnswer>(
      html`<cadre-scan-answer .service=${service}></cadre-scan-answer>`,
    );
    await settled(answer);
    expect(textOf(answer)).toBe("");
    service.say("scan", scanViews["not-managed"] ?? scanView({ state: "reading" }));
    await settled(answer);
    expect(textOf(answer)).toContain("Không có trong danh sách");
    service.say("scan", scanView({ state: "no-patient" }));
    await settled(answer);
    expect(textOf(answer)).toBe("");
  });
});
