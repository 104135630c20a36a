import "../define/outbox-status.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { outboxes } from "../testing/sample-outbox.ts";
import { NOW, problem, sessions } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreOutboxStatus } from "./outbox-status.ts";

const OPEN = "Xem và xử lý: Tiếp nhận, Nguyễn Thị Hòa Bình";

const show = async (name: string): Promise<{ outbox: CadreOutboxStatus; service: ScriptedService }> => {
  const service = new ScriptedService();
  const view = outboxes[name];
  if (view === undefined) throw new Error(`no sample ${name}`);
  service.say("outbox", view);
  const outbox = await fixture<CadreOutboxStatus>(
    html`<cadre-outbox-status .service=${service} .now=${() => NOW}></cadre-outbox-status>`,
  );
  await settled(outbox);
  return { outbox, service };
};
const press = async (outbox: CadreOutboxStatus, label: string): Promise<void> => {
  await userEvent.click(button(outbox, label));
  await settled(outbox);
};
const focused = (outbox: CadreOutboxStatus): string => {
  const active = outbox.shadowRoot?.activeElement;
  return (active?.getAttribute("aria-label") ?? active?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
};
const fill = async (outbox: CadreOutboxStatus, selector: string, text: string): Promise<void> => {
  await userEvent.fill(find(outbox, selector, HTMLElement), text);
  await settled(outbox);
};

describe("an opened entry", () => {
  it("shows its fields, takes the focus, and gives it back", async () => {
    const { outbox, service } = await show("waiting");
    await press(outbox, OPEN);
    expect(service.called("openEntry")).toEqual([["openEntry", "1"]]);
    expect(focused(outbox)).toContain("Nội dung đã ghi");
    expect(textOf(outbox)).toContain("Phòng 1, nhà A");
    await expectAccessible(outbox);
    await userEvent.keyboard("{Escape}");
    await settled(outbox);
    expect(count(outbox, "[part=opened]")).toBe(0);
    expect(focused(outbox)).toBe(OPEN);
  });

  it("says why it could not be opened", async () => {
    const { outbox, service } = await show("waiting");
    service.answerEntry = async () => ({ ok: false, problem });
    await press(outbox, OPEN);
    expect(textOf(outbox)).toContain(problem.message.vi);
    expect(focused(outbox)).toBe(OPEN);
  });

  it("is sent again by keyboard alone", async () => {
    const { outbox, service } = await show("waiting");
    button(outbox, OPEN).focus();
    await userEvent.keyboard("{Enter}");
    await settled(outbox);
    await userEvent.keyboard("{Tab}{Tab}{Enter}");
    await settled(outbox);
    expect(service.called("resendEntry")).toEqual([["resendEntry", "1"]]);
    expect(find(outbox, ".spoken", HTMLElement).textContent).toBe("Đã đặt lại vào hàng gửi.");
    expect(focused(outbox)).toBe(OPEN);
  });

  it("is closed by locking, and what was shown is gone", async () => {
    const { outbox, service } = await show("waiting");
    await press(outbox, OPEN);
    if (sessions.locked) service.say("session", sessions.locked);
    await settled(outbox);
    expect(textOf(outbox)).not.toContain("Cần xe lăn");
    expect(count(outbox, "[part=opened]")).toBe(0);
  });

  it("that leaves the queue leaves nobody in nothing", async () => {
    const { outbox, service } = await show("waiting");
    await press(outbox, OPEN);
    if (outboxes.empty) service.say("outbox", outboxes.empty);
    await settled(outbox);
    expect(find(outbox, ".spoken", HTMLElement).textContent).toContain("không còn trong hàng chờ");
    expect(outbox.shadowRoot?.activeElement?.id).toBe("top");
  });

  it("does nothing for clicks made by script where the surroundings are not trusted", async () => {
    const { outbox, service } = await show("waiting");
    outbox.requireTrusted = true;
    button(outbox, OPEN).click();
    await settled(outbox);
    expect(service.called("openEntry")).toEqual([]);
  });
});

describe("correcting", () => {
  const correcting = async () => {
    const shown = await show("waiting");
    await press(shown.outbox, OPEN);
    await press(shown.outbox, "Sửa rồi gửi lại");
    return shown;
  };

  it("hands in what was changed and nothing else", async () => {
    const { outbox, service } = await correcting();
    expect(focused(outbox)).toBe("Sửa nội dung");
    await expectAccessible(outbox);
    await userEvent.selectOptions(find(outbox, "select", HTMLSelectElement), "room-2");
    await press(outbox, "Lưu và gửi lại");
    expect(service.called("correctEntry")).toEqual([["correctEntry", "1", { room: "room-2" }]]);
    expect(count(outbox, "[part=opened]")).toBe(0);
  });

  it("reads a moment as day, month, year, and says when it is none", async () => {
    const { outbox, service } = await correcting();
    await fill(outbox, "#field-0-day", "31/02/2026");
    await press(outbox, "Lưu và gửi lại");
    expect(textOf(outbox)).toContain("Ghi ngày dạng 22/11/2026");
    expect(service.called("correctEntry")).toEqual([]);
    await fill(outbox, "#field-0-day", "04/06/2026");
    await fill(outbox, "#field-0-time", "7:05");
    await press(outbox, "Lưu và gửi lại");
    const at = new Date(2026, 5, 4, 7, 5).toISOString();
    expect(service.called("correctEntry")).toEqual([["correctEntry", "1", { at }]]);
  });

  it("asks for a change when there is none", async () => {
    const { outbox, service } = await correcting();
    await press(outbox, "Lưu và gửi lại");
    expect(textOf(outbox)).toContain("Chưa có ô nào thay đổi");
    expect(service.called("correctEntry")).toEqual([]);
    await expectAccessible(outbox);
  });

  it("keeps what was typed through a refusal and through changes of the queue", async () => {
    const { outbox, service } = await correcting();
    service.answerOutbox = async () => ({ ok: false, problem });
    await fill(outbox, "#field-2", "Cần cáng");
    await press(outbox, "Lưu và gửi lại");
    expect(textOf(outbox)).toContain(problem.message.vi);
    const view = outboxes.waiting;
    if (view) service.say("outbox", { ...view, waiting: 9 });
    await settled(outbox);
    expect(find(outbox, "#field-2", HTMLInputElement).value).toBe("Cần cáng");
    await userEvent.keyboard("{Escape}");
    await settled(outbox);
    expect(focused(outbox)).toBe("Sửa rồi gửi lại");
  });

  it("leaves nothing that the browser keeps: no form, no autocomplete", async () => {
    const { outbox } = await correcting();
    expect(count(outbox, "form")).toBe(0);
    expect(count(outbox, "input:not([autocomplete=off]), select:not([autocomplete=off])")).toBe(0);
  });
});

describe("choosing a version", () => {
  const choosing = async () => {
    const shown = await show("conflict");
    await press(shown.outbox, "Xem và xử lý: Nội dung sửa đổi, Phạm Văn Đức");
    await press(shown.outbox, "Chọn một trong hai bản");
    return shown;
  };

  it("shows both side by side and marks what differs in words", async () => {
    const { outbox } = await choosing();
    await expectAccessible(outbox);
    const rows = [...(outbox.shadowRoot?.querySelectorAll("tbody tr") ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replaceAll(/\s+/g, " ").trim()),
    );
    expect(rows[0]?.[0]).toBe("Người bệnh");
    expect(rows[2]).toEqual(["Nơi đến khác nhau", "Phòng 1, nhà A", "Phòng 2, nhà B"]);
    expect(rows[3]).toEqual(["Ghi chú khác nhau", "Cần xe lăn", "không có"]);
  });

  it("asks which, and hands the choice in", async () => {
    const { outbox, service } = await choosing();
    await press(outbox, "Xác nhận lựa chọn");
    expect(textOf(outbox)).toContain("Chọn một trong hai bản rồi bấm xác nhận.");
    const theirs = outbox.shadowRoot?.querySelectorAll("input[type=radio]")[1];
    if (!(theirs instanceof HTMLInputElement)) throw new Error("no choice");
    await userEvent.click(theirs);
    await press(outbox, "Xác nhận lựa chọn");
    expect(service.called("chooseVersion")).toEqual([["chooseVersion", "7", "theirs"]]);
  });
});

it("hands an entry over with a note, and not without", async () => {
  const { outbox, service } = await show("waiting");
  await press(outbox, OPEN);
  await press(outbox, "Chuyển đơn vị quản lý");
  await press(outbox, "Chuyển đi");
  expect(textOf(outbox)).toContain("Ghi vài lời");
  await expectAccessible(outbox);
  await fill(outbox, "textarea", "  Người bệnh đã ra về  ");
  await press(outbox, "Chuyển đi");
  expect(service.called("handOverEntry")).toEqual([["handOverEntry", "1", "Người bệnh đã ra về"]]);
});

it("fits a panel of 180 CSS pixels, which is 360 at twice the size", async () => {
  const { outbox } = await show("conflict");
  outbox.style.inlineSize = "180px";
  await press(outbox, "Xem và xử lý: Nội dung sửa đổi, Phạm Văn Đức");
  await press(outbox, "Chọn một trong hai bản");
  expect(outbox.scrollWidth).toBeLessThanOrEqual(180);
  const wide = [...(outbox.shadowRoot?.querySelectorAll("*") ?? [])].filter(
    (element) => element.getBoundingClientRect().right > outbox.getBoundingClientRect().right + 1,
  );
  expect(wide.map((element) => element.outerHTML.slice(0, 60))).toEqual([]);
});
