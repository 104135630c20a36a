import "../define/outbox-summary.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { NOW, outboxes, problem } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, count, expectAccessible, settled, textOf } from "../testing/settled.ts";
import type { CadreOutboxSummary } from "./outbox-summary.ts";

const open = async (name: string): Promise<{ outbox: CadreOutboxSummary; service: ScriptedService }> => {
  const service = new ScriptedService();
  const view = outboxes[name];
  if (view !== undefined) service.say("outbox", view);
  const outbox = await fixture<CadreOutboxSummary>(
    html`<cadre-outbox-summary .service=${service} .now=${() => NOW}></cadre-outbox-summary>`,
  );
  await settled(outbox);
  return { outbox, service };
};

describe("outbox", () => {
  for (const name of Object.keys(outboxes))
    it(`${name}: accessible`, async () => expectAccessible((await open(name)).outbox));

  it("says how many wait, since when, how far each is and why", async () => {
    const { outbox } = await open("waiting");
    const text = textOf(outbox);
    for (const part of [
      "4 mục chờ gửi",
      "16 giờ trước",
      "1 mục cần xử lý",
      "Lượt khám này đã kết thúc ở máy khác",
      "Sẽ gửi lại",
      "đã thử 3 lần",
      "Chờ đăng nhập lại",
      "Nhật ký xem thông tin",
    ])
      expect(text).toContain(part);
    expect(count(outbox, "[part=entry]")).toBe(5);
  });

  it("sends now, and not while it is sending", async () => {
    const { outbox, service } = await open("waiting");
    await userEvent.click(button(outbox, "Gửi ngay"));
    expect(service.called("sendNow")).toHaveLength(1);
    const other = await open("locked");
    button(other.outbox, "Đang gửi…").click();
    expect(other.service.called("sendNow")).toEqual([]);
  });

  it("says when sending failed", async () => {
    const { outbox, service } = await open("waiting");
    service.sendNow = async () => ({ ok: false, problem });
    button(outbox, "Gửi ngay").click();
    await settled(outbox);
    expect(textOf(outbox)).toContain("Chưa gửi được");
  });

  it("names nobody while the entries do not", async () => {
    const { outbox } = await open("locked");
    expect(textOf(outbox)).not.toContain("Nguyễn");
    outbox.language = "en";
    await settled(outbox);
    expect(textOf(outbox)).toContain("1 entry waiting");
  });
});
