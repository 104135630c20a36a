import "../define/scan-answer.ts";
import type { ScanView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import type { CadreOpenPersonEvent } from "../events/events.ts";
import { person, problem, scanView, scanViews } from "../testing/sample-views.ts";
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
