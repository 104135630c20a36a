import "../define/priority-marks.ts";
import { LANES, type MarksView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it, vi } from "vitest";
import { page as browserPage, userEvent } from "vitest/browser";
import type { CadreOpenPersonEvent } from "../events/events.ts";
import { marksView, pageView } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, count, expectAccessible, settled, textOf } from "../testing/settled.ts";
import { MARK_COLOURS } from "./mark-colours.ts";
import type { CadrePriorityMarks } from "./priority-marks.ts";

const LANE = 20;
const strip = async (view: MarksView): Promise<CadrePriorityMarks> => {
  const marks = await fixture<CadrePriorityMarks>(
    html`<cadre-priority-marks
      layout="strip"
      .view=${view}
      .laneWidth=${LANE}
      .language=${"vi" as const}
    ></cadre-priority-marks>`,
  );
  marks.style.blockSize = "200px";
  await settled(marks);
  return marks;
};

/** How many pixels of each mark colour are drawn in a rectangle of the element. */
const pixels = async (
  marks: HTMLElement,
  area: { left: number; top: number; width: number; height: number },
): Promise<Readonly<Record<string, number>>> => {
  const base64 = await browserPage.screenshot({ element: marks, save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const scale = image.naturalWidth / marks.getBoundingClientRect().width;
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(
    area.left * scale,
    area.top * scale,
    area.width * scale,
    area.height * scale,
  );
  const found: Record<string, number> = {};
  for (let index = 0; index < data.length; index += 4) {
    const hex = `#${[...data.subarray(index, index + 3)].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    for (const [name, colour] of Object.entries(MARK_COLOURS))
      if (name !== "glyph" && colour === hex) found[name] = (found[name] ?? 0) + 1;
  }
  return found;
};

describe("strip", () => {
  it("draws each mark at its row in the lane of its generation, in exact colours", async () => {
    const marks = await strip(marksView);
    const at = async (row: number, lane = 3) =>
      Object.keys(await pixels(marks, { left: lane * LANE, top: row * 28, width: LANE, height: 28 }));
    expect(await at(0)).toEqual(["managed"]);
    expect(await at(1)).toEqual([]);
    expect(await at(2)).toEqual(["possible"]);
    expect(await at(3), "a conflict is not flagged").toEqual([]);
    expect(await at(5)).toEqual(["managed"]);
    expect(await at(0, 2)).toEqual([]);
    expect(await at(0, 4)).toEqual([]);
  });

  it("leaves every other lane empty, for any generation", async () => {
    const marks = await strip(marksView);
    for (const generation of [0, 15, 16, 1_000_003]) {
      marks.view = { ...marksView, generation };
      await settled(marks);
      const left = marks.getBoundingClientRect().left;
      const lanes = new Set(
        [...(marks.shadowRoot?.querySelectorAll(".mark") ?? [])].map(
          (mark) => (mark.getBoundingClientRect().left - left) / LANE,
        ),
      );
      expect([...lanes]).toEqual([generation % LANES]);
    }
  });

  it("does the same work for every row", async () => {
    const marks = await strip(marksView);
    const rows = [...(marks.shadowRoot?.querySelectorAll(".mark") ?? [])];
    expect(rows).toHaveLength(marksView.marks.length);
    expect(new Set(rows.map((row) => row.innerHTML.replaceAll(/<!--.*?-->/g, ""))).size).toBe(1);
  });

  it("keeps its shapes for the next rows, and none of them shows anybody meanwhile", async () => {
    const marks = await strip(marksView);
    const shapes = [...(marks.shadowRoot?.querySelectorAll("svg") ?? [])];
    marks.view = { ...marksView, generation: marksView.generation + 1, marks: [] };
    await settled(marks);
    expect(await pixels(marks, { left: 0, top: 0, width: LANES * LANE, height: 168 })).toEqual({});
    marks.view = { ...marksView, generation: marksView.generation + 1 };
    await settled(marks);
    expect([...(marks.shadowRoot?.querySelectorAll("svg") ?? [])]).toEqual(shapes);
  });

  it("takes no pointer and says nothing to readers", async () => {
    const marks = await strip(marksView);
    const { left, top } = marks.getBoundingClientRect();
    expect(document.elementFromPoint(left + 3 * LANE + 8, top + 14)).not.toBe(marks);
    expect(textOf(marks)).toBe("");
  });

  it("tells a list that was not marked from one without managed people", async () => {
    for (const state of ["locked", "signed-out", "not-enough", "roster-empty"] as const) {
      const marks = await strip({ ...marksView, state });
      const area = { left: 3 * LANE, top: 0, width: LANE, height: 168 };
      expect(Object.keys(await pixels(marks, area)), state).toEqual(["unmarked"]);
      marks.view = { ...marksView, state, marks: [] };
      await settled(marks);
      expect(Object.keys(await pixels(marks, area)), state).toEqual(["unmarked"]);
      marks.view = { ...marksView, marks: [] };
      await settled(marks);
      expect(await pixels(marks, area), state).toEqual({});
    }
  });

  it("draws under a policy that forbids style attributes", async () => {
    const set = vi.spyOn(Element.prototype, "setAttribute");
    const marks = await strip(marksView);
    expect(set.mock.calls.filter(([name]) => name === "style")).toEqual([]);
    expect(marks.shadowRoot?.querySelector("style")).toBeNull();
    set.mockRestore();
  });
});

const list = async (properties: Partial<CadrePriorityMarks>): Promise<CadrePriorityMarks> => {
  const marks = await fixture<CadrePriorityMarks>(html`<cadre-priority-marks></cadre-priority-marks>`);
  Object.assign(marks, { language: "vi" }, properties);
  await settled(marks);
  return marks;
};

describe("list", () => {
  it("names people, processes and reasons, with legend and count", async () => {
    const marks = await list({ page: pageView, view: marksView });
    const text = textOf(marks);
    for (const part of [
      "2 thuộc diện quản lý · 1 cần đối chiếu · 1 mâu thuẫn",
      "Nguyễn Thị Hòa Bình",
      "04/06/1961",
      "Quy trình A",
      "Các số trên trang thuộc về những người khác nhau.",
      "1 dòng không có số nào tra được",
      "Chú giải",
    ])
      expect(text).toContain(part);
    await expectAccessible(marks);
  });

  it("opens each person by keyboard", async () => {
    const marks = await list({ page: pageView, view: marksView });
    const seen: string[] = [];
    marks.parentElement?.addEventListener("cadre-open-person", (event: CadreOpenPersonEvent) =>
      seen.push(event.subject),
    );
    await userEvent.keyboard("{Tab}{Enter}{Tab}{Enter}");
    expect(seen).toEqual(["s-1", "s-3"]);
    expect(new Set(buttons(marks)).size).toBe(4);
  });

  const states: Readonly<Record<string, [Partial<CadrePriorityMarks>, string]>> = {
    nobody: [{ page: { ...pageView, people: [] } }, "Không có ai thuộc danh sách quản lý"],
    locked: [{ page: pageView, view: { ...marksView, state: "locked" } }, "Chưa đánh dấu"],
    "signed-out": [{ page: pageView, view: { ...marksView, state: "signed-out" } }, "Chưa đăng nhập"],
    "not-enough": [{ page: pageView, view: { ...marksView, state: "not-enough" } }, "chưa đủ thông tin"],
    "roster-empty": [{ page: pageView, view: { ...marksView, state: "roster-empty" } }, "Chưa có danh sách"],
    loading: [{}, "Đang đọc trang"],
    reading: [{ page: { ...pageView, state: "reading" } }, "Đang đọc trang"],
    "no-site": [{ page: { ...pageView, state: "no-site" } }, "không phải phần mềm bệnh viện"],
    "not-recognised": [{ page: { ...pageView, state: "not-recognised" } }, "không có danh sách người bệnh"],
    "profile-mismatch": [{ page: { ...pageView, state: "profile-mismatch" } }, "Không đọc được trang này"],
    "gave-up": [{ page: { ...pageView, state: "gave-up" } }, "Đã dừng đánh dấu"],
    "switched-off": [{ page: { ...pageView, state: "switched-off" } }, "đã tắt việc đánh dấu"],
    "switched off on this machine": [
      {
        page: {
          ...pageView,
          state: "switched-off",
          problem: { code: "machine-off", message: { vi: "Bộ phận CNTT đã tắt.", en: "IT has it off." } },
        },
      },
      "đã tắt trên máy này Bộ phận CNTT đã tắt.",
    ],
    "profile-mismatch, and so without identifiers": [
      { page: { ...pageView, state: "profile-mismatch" }, view: { ...marksView, state: "not-enough" } },
      "Không đọc được trang này",
    ],
  };
  for (const [name, [properties, words]] of Object.entries(states)) {
    it(`${name}: says so, names nobody, accessible`, async () => {
      const marks = await list(properties);
      expect(textOf(marks)).toContain(words);
      expect(buttons(marks)).toEqual([]);
      expect(textOf(marks)).not.toContain("Nguyễn");
      await expectAccessible(marks);
    });
  }

  it("follows its service, in the language of the session", async () => {
    const service = new ScriptedService();
    const marks = await fixture<CadrePriorityMarks>(
      html`<cadre-priority-marks .service=${service}></cadre-priority-marks>`,
    );
    await settled(marks);
    expect(count(marks, "[part=person]")).toBe(4);
    await service.setLanguage("en");
    await settled(marks);
    expect(textOf(marks)).toContain("2 managed · 1 to compare · 1 contradicting");
    expect(button(marks, "Show Phạm Văn Đức")).toBeDefined();
  });
});
