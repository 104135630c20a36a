import "../define/outbox-status.ts";
import type { OutboxView, SessionView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { outboxes } from "../testing/sample-outbox.ts";
import { NOW, problem, sessions } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreOutboxStatus } from "./outbox-status.ts";

const open = async (
  name: string,
  properties: Partial<CadreOutboxStatus> = {},
  session?: SessionView,
): Promise<{ outbox: CadreOutboxStatus; service: ScriptedService }> => {
  const service = new ScriptedService();
  const view = outboxes[name];
  if (view !== undefined) service.say("outbox", view);
  if (session !== undefined) service.say("session", session);
  const outbox = await fixture<CadreOutboxStatus>(
    html`<cadre-outbox-status .service=${service} .now=${() => NOW}></cadre-outbox-status>`,
  );
  Object.assign(outbox, properties);
  await settled(outbox);
  return { outbox, service };
};
const spoken = (outbox: CadreOutboxStatus): string => find(outbox, ".spoken", HTMLElement).textContent ?? "";
const update = async (outbox: CadreOutboxStatus, service: ScriptedService, view: OutboxView) => {
  service.say("outbox", view);
  await settled(outbox);
};

describe("the queue", () => {
  for (const name of Object.keys(outboxes))
    for (const mode of ["full", "compact"] as const)
      it(`${name}, ${mode}: accessible`, async () => expectAccessible((await open(name, { mode })).outbox));

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
    outbox.language = "en";
    await settled(outbox);
    expect(textOf(outbox)).toContain("4 entries waiting");
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
    expect(textOf(outbox)).toContain(problem.message.vi);
  });

  it("while locked: names nobody, opens nothing, says why", async () => {
    const { outbox } = await open("locked", {}, sessions.locked);
    expect(textOf(outbox)).not.toContain("Nguyễn");
    expect(textOf(outbox)).toContain("Mở khóa để biết từng mục của ai");
    expect(buttons(outbox)).toEqual(["Đang gửi…"]);
  });

  it("tells results that are late from those that soon will be", async () => {
    const { outbox } = await open("due");
    for (const part of ["1 kết quả quá hạn trả 24 giờ", "quá hạn 45 phút", "còn 1 giờ 35 phút", "còn 15 giờ"])
      expect(textOf(outbox)).toContain(part);
  });

  it("says when the board is asked again, and when there is no network", async () => {
    const { outbox, service } = await open("away");
    expect(textOf(outbox)).toContain("Thử lại lúc");
    expect(textOf(outbox)).toContain("sau 4 phút nữa");
    service.say("connection", { online: false });
    await settled(outbox);
    expect(textOf(outbox)).toContain("Không có mạng");
    expect(textOf(outbox)).not.toContain("Thử lại lúc");
  });

  it("shows entries of another user apart, with nothing to press", async () => {
    const { outbox } = await open("others");
    expect(textOf(outbox)).toContain("Của người dùng khác trên máy này");
    expect(buttons(outbox)).toEqual(["Gửi ngay", "Xem: Nhật ký xem thông tin"]);
  });

  it("says that only the oldest of thousands are listed, and lists them all when asked, going on from there", async () => {
    const { outbox } = await open("thousands");
    expect(textOf(outbox)).toContain("Chỉ hiện 200 mục cũ nhất trong 5.000 mục");
    expect(count(outbox, "[part=entry]")).toBe(11);
    button(outbox, "Hiện cả 199 mục").click();
    await settled(outbox);
    expect(count(outbox, "[part=entry]")).toBe(200);
    expect(outbox.shadowRoot?.activeElement?.getAttribute("data-entry")).toBe("m-10");
  });

  it("compact: counts, and the first entries that need a person", async () => {
    const many: OutboxView = {
      ...(outboxes.waiting ?? { waiting: 0, parked: 0, draining: false, entries: [] }),
      parked: 5,
      entries: Array.from({ length: 5 }, (_, index) => ({
        id: String(index),
        kind: "check-in",
        acceptedAt: new Date(NOW).toISOString(),
        state: "parked",
        attempts: 1,
        actions: ["resend"],
      })),
    };
    const { outbox, service } = await open("waiting", { mode: "compact" });
    await update(outbox, service, many);
    expect(count(outbox, "[part=entry]")).toBe(3);
    expect(textOf(outbox)).toContain("Còn 2 mục cần xử lý nữa");
  });

  it("tells a service that does not answer from one that is about to", async () => {
    let now = NOW;
    const outbox = await fixture<CadreOutboxStatus>(
      html`<cadre-outbox-status .now=${() => now}></cadre-outbox-status>`,
    );
    expect(textOf(outbox)).toContain("Đang đọc");
    await expectAccessible(outbox);
    now += 60_000;
    outbox.requestUpdate();
    await settled(outbox);
    expect(textOf(outbox)).toContain("Chưa đọc được dữ liệu trên máy này");
    await expectAccessible(outbox);
  });

  it("shows what was delivered, naming nobody", async () => {
    const { outbox } = await open("empty");
    find(outbox, "summary", HTMLElement).click();
    await settled(outbox);
    expect(textOf(outbox)).toContain("Encounter/317");
  });
});

describe("what a screen reader hears", () => {
  const draining = (done: number): OutboxView => ({
    waiting: 100 - done,
    parked: 0,
    draining: true,
    progress: { done, total: 100 },
    entries: [],
  });

  it("a delivery by quarters and its end, and nothing between", async () => {
    const { outbox, service } = await open("empty");
    const heard: string[] = [];
    await update(outbox, service, { waiting: 100, parked: 0, draining: false, entries: [] });
    for (let done = 0; done <= 100; done += 1) {
      await update(outbox, service, draining(done));
      if (heard.at(-1) !== spoken(outbox)) heard.push(spoken(outbox));
    }
    await update(outbox, service, { waiting: 0, parked: 0, draining: false, entries: [] });
    expect([...heard, spoken(outbox)]).toEqual([
      "Đang gửi 100 mục",
      "Đã gửi 25 / 100",
      "Đã gửi 50 / 100",
      "Đã gửi 75 / 100",
      "Không còn gì chờ gửi",
    ]);
  });

  it("nothing of attempts that change nothing", async () => {
    const { outbox, service } = await open("away");
    const view = outboxes.away;
    if (view === undefined) throw new Error("no sample");
    for (let turn = 0; turn < 3; turn += 1) {
      await update(outbox, service, { ...view, draining: true });
      await update(outbox, service, view);
    }
    expect(spoken(outbox)).toBe("");
  });

  it("that an entry began to need a person", async () => {
    const { outbox, service } = await open("away");
    await update(outbox, service, outboxes.waiting ?? draining(0));
    expect(spoken(outbox)).toBe("1 mục cần xử lý");
  });
});
