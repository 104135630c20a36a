import "../define/priority-banner.ts";
import { type SiteLinkView, success } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { details, managed, NOW, otherDetails, problem, subjectView } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, expectAccessible, settled, textOf } from "../testing/settled.ts";
import type { CadrePriorityBanner } from "./priority-banner.ts";

const now = () => NOW;
const shared: SiteLinkView = {
  alone: true,
  shared: true,
  since: "2026-11-20T08:15:00+07:00",
  by: "Lê Thị Mai",
};

const open = async (link: SiteLinkView | undefined, service = new ScriptedService()) => {
  service.answerDetails = async (subject) =>
    success(subject === "s-1" ? { ...details, ...(link ? { link } : {}) } : otherDetails);
  service.say("subject", subjectView(managed()));
  const banner = await fixture<CadrePriorityBanner>(
    html`<cadre-priority-banner mode="details" .service=${service} .now=${now}></cadre-priority-banner>`,
  );
  await settled(banner);
  return { banner, service };
};

describe("the link of a HIS code in the details", () => {
  it("says how the person was recognised, since when and by whom", async () => {
    const { banner } = await open(shared);
    const text = textOf(banner);
    expect(text).toContain("Nhận ra theo mã HIS đã liên kết");
    expect(text).toContain("20/11/2026");
    expect(text).toContain("sau khi Lê Thị Mai tiếp nhận");
    expect(text).not.toContain("Chỉ máy này biết");
    await expectAccessible(banner);
  });

  it("says where the code is not all that leads to them, and that no other machine knows", async () => {
    const { banner } = await open({ alone: false, shared: false, since: shared.since });
    expect(textOf(banner)).toContain("Mã HIS trên trang đã liên kết với người này");
    expect(textOf(banner)).toContain("Chỉ máy này biết");
    const without = await open(undefined);
    expect(textOf(without.banner)).not.toContain("liên kết");
  });

  it("is taken back only after asking once more", async () => {
    const { banner, service } = await open(shared);
    button(banner, "Bỏ liên kết").click();
    await settled(banner);
    expect(service.called("withdrawLink")).toEqual([]);
    expect(textOf(banner)).toContain("được ghi nhật ký");
    await expectAccessible(banner);
    button(banner, "Giữ liên kết").click();
    await settled(banner);
    button(banner, "Bỏ liên kết").click();
    await settled(banner);
    button(banner, "Bỏ liên kết ngay").click();
    await settled(banner);
    expect(service.called("withdrawLink")).toEqual([["withdrawLink", "s-1"]]);
    expect(textOf(banner)).toContain("Đã bỏ liên kết mã HIS");
    expect(textOf(banner)).not.toContain("Nhận ra theo mã HIS");
  });

  it("says why it could not be taken back, and asks about nobody else", async () => {
    const { banner, service } = await open(shared);
    service.answerWithdrawal = async () => ({ ok: false, problem });
    button(banner, "Bỏ liên kết").click();
    await settled(banner);
    button(banner, "Bỏ liên kết ngay").click();
    await settled(banner);
    expect(textOf(banner)).toContain(problem.message.vi);
    service.say("subject", subjectView(managed(), { subject: "s-2" }));
    await settled(banner);
    expect(textOf(banner)).not.toContain("liên kết");
  });
});
