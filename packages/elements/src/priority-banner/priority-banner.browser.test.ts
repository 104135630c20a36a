import "../define/priority-banner.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { CadreOpenPanelEvent } from "../events/events.ts";
import { brief, managed, NOW, subjectView, subjectViews, visit } from "../testing/sample-views.ts";
import { buttons, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadrePriorityBanner } from "./priority-banner.ts";

const now = () => NOW;
const strip = async (view: CadrePriorityBanner["view"]): Promise<CadrePriorityBanner> => {
  const banner = await fixture<CadrePriorityBanner>(
    html`<cadre-priority-banner .view=${view} .now=${now}></cadre-priority-banner>`,
  );
  await settled(banner);
  return banner;
};

const HEADLINES: Readonly<Record<string, string>> = {
  loading: "Đang đọc trang…",
  "signed-out": "Chưa đăng nhập",
  locked: "Chưa đánh dấu",
  reading: "Đang đọc trang…",
  "no-patient": "Chưa chọn người bệnh",
  "profile-mismatch": "Không đọc được trang này",
  "not-enough": "Trang này chưa đủ thông tin",
  conflict: "Thông tin mâu thuẫn, không đánh dấu",
  "not-managed": "Không có trong danh sách quản lý",
  "not-managed-without-roster": "Chưa có danh sách",
  possible: "Có thể thuộc diện quản lý",
  managed: "Quy trình A · Phòng khám A, nhà B2",
  "emergency-managed": "Ưu tiên cấp cứu trước",
  "emergency-not-managed": "Ưu tiên cấp cứu trước",
  "emergency-locked": "Ưu tiên cấp cứu trước",
};

describe("strip", () => {
  for (const [name, view] of Object.entries(subjectViews)) {
    it(`${name}: one height, one state in words, accessible`, async () => {
      const banner = await strip(view);
      expect(banner.getBoundingClientRect().height).toBe(56);
      const headline = HEADLINES[name];
      if (headline !== undefined)
        expect(find(banner, "[part=title]", HTMLElement).textContent).toBe(headline);
      expect(count(banner, "[data-state]")).toBe(1);
      await expectAccessible(banner);
    });

    it(`${name}: the same at 360 px, nothing runs out of the strip`, async () => {
      const banner = await strip(view);
      banner.style.inlineSize = "360px";
      expect(banner.getBoundingClientRect().height).toBe(56);
      const box = find(banner, ".strip", HTMLElement);
      expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
    });
  }

  it("has one button for everybody, and none in an emergency", async () => {
    for (const [name, view] of Object.entries(subjectViews)) {
      const expected = name.startsWith("emergency") ? [] : ["Mở bảng chăm sóc"];
      expect(buttons(await strip(view)), name).toEqual(expected);
    }
  });

  it("has room for one more action, which an emergency has not", async () => {
    for (const [name, view] of Object.entries(subjectViews)) {
      const banner = await strip(view);
      const action = document.createElement("button");
      action.slot = "action";
      action.textContent = "Quét";
      banner.append(action);
      expect(action.getClientRects().length, name).toBe(name.startsWith("emergency") ? 0 : 1);
      expect(banner.getBoundingClientRect().height).toBe(56);
    }
  });

  it("names no next step, room or process in an emergency", async () => {
    const text = textOf(await strip(subjectViews["emergency-managed"]));
    expect(text).not.toContain(brief.nextStep.vi);
    expect(text).not.toContain(brief.room.vi);
    expect(text).not.toContain(brief.process.vi);
  });

  it("takes an emergency of the person as one of the page", async () => {
    const banner = await strip(subjectView(managed({ statutoryGroups: ["emergency"] })));
    expect(find(banner, "[part=title]", HTMLElement).textContent).toBe("Ưu tiên cấp cứu trước");
    expect(buttons(banner)).toEqual([]);
  });

  it("says the statutory group before the process", async () => {
    const text = textOf(await strip(subjectViews["managed-statutory"]));
    expect(text.indexOf("từ đủ 75 tuổi")).toBeGreaterThan(-1);
    expect(text.indexOf("từ đủ 75 tuổi")).toBeLessThan(text.indexOf("Quy trình A"));
  });

  it("asks for an identity paper where the match does, and for the next step of a visit", async () => {
    expect(textOf(await strip(subjectViews["managed-confirm"]))).toContain("Đối chiếu giấy tờ");
    const text = textOf(await strip(subjectView(managed({}, visit))));
    expect(text).toContain("Tiếp theo: Đưa đến chuyên khoa");
    expect(text).toContain("Đã tiếp nhận");
  });

  it("says offline, an old list and a wrong clock", async () => {
    const text = textOf(await strip(subjectViews["managed-offline"]));
    expect(text).toContain("Mất mạng");
    expect(text).toContain("Danh sách cập nhật 4 ngày trước");
    expect(text).toContain("Đồng hồ máy lệch 365 ngày");
  });

  it("opens the panel by click and by keyboard", async () => {
    const banner = await strip(subjectViews.managed);
    const seen: CadreOpenPanelEvent[] = [];
    banner.parentElement?.addEventListener("cadre-open-panel", (event) => seen.push(event));
    await userEvent.keyboard("{Tab}{Enter}");
    await userEvent.click(find(banner, "button", HTMLButtonElement));
    expect(seen.map((event) => event.subject)).toEqual(["s-1", "s-1"]);
    expect(seen[0]?.composed).toBe(true);
  });

  it("does not take a click by script for a click where trust is required", async () => {
    const banner = await strip(subjectViews.managed);
    let opened = 0;
    banner.addEventListener("cadre-open-panel", () => {
      opened += 1;
    });
    banner.requireTrusted = true;
    find(banner, "button", HTMLButtonElement).click();
    expect(opened).toBe(0);
    banner.requireTrusted = false;
    await settled(banner);
    find(banner, "button", HTMLButtonElement).click();
    expect(opened).toBe(1);
  });

  it("changes its language at run time", async () => {
    const banner = await strip(subjectViews.locked);
    expect(textOf(banner)).toContain("Chưa đánh dấu");
    banner.language = "en";
    await settled(banner);
    expect(textOf(banner)).toContain("Not marked yet");
    expect(textOf(banner)).not.toContain("Chưa");
  });

  it("announces a new state once, and not that it is reading", async () => {
    const banner = await strip(subjectViews["not-managed"]);
    const status = find(banner, "[role=status]", HTMLElement);
    expect(status.textContent).toContain("Không có trong danh sách quản lý");
    banner.view = subjectViews.reading;
    await settled(banner);
    expect(status.textContent).toContain("Không có trong danh sách quản lý");
    banner.view = subjectViews.managed;
    await settled(banner);
    expect(status.textContent).toContain("Quy trình A");
  });
});
