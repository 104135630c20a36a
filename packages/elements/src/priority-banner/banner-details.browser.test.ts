import "../define/priority-banner.ts";
import type { PatientDetails } from "@cadre-care/domain";
import { type Result, success } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  details,
  managed,
  NOW,
  otherDetails,
  problem,
  subjectView,
  subjectViews,
} from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, expectAccessible, settled, textOf } from "../testing/settled.ts";
import type { CadrePriorityBanner } from "./priority-banner.ts";

const now = () => NOW;
const open = async (service: ScriptedService): Promise<CadrePriorityBanner> => {
  const banner = await fixture<CadrePriorityBanner>(
    html`<cadre-priority-banner mode="details" .service=${service} .now=${now}></cadre-priority-banner>`,
  );
  await settled(banner);
  return banner;
};

const people = { "s-1": details, "s-2": otherDetails } as const;
const names = { "s-1": details.person.name, "s-2": otherDetails.person.name } as const;

describe("details", () => {
  for (const [name, view] of Object.entries(subjectViews)) {
    if (view === undefined) continue;
    it(`${name}: accessible`, async () => {
      const service = new ScriptedService();
      service.say("subject", view);
      await expectAccessible(await open(service));
    });
  }

  it("stands beside the strip on one page, each a landmark of its own", async () => {
    const service = new ScriptedService();
    service.say("subject", subjectView(managed()));
    const both = await fixture<HTMLElement>(html`<div>
      <cadre-priority-banner .service=${service} .now=${now}></cadre-priority-banner>
      <cadre-priority-banner mode="details" .service=${service} .now=${now}></cadre-priority-banner>
    </div>`);
    for (const banner of both.querySelectorAll("cadre-priority-banner")) await settled(banner);
    await expectAccessible(both);
  });

  it("compares with the code where the person was scanned", async () => {
    const service = new ScriptedService();
    service.say("subject", subjectView(managed()));
    const banner = await open(service);
    expect(textOf(banner)).toContain("Đối chiếu với trang");
    banner.statedBy = "scan";
    await settled(banner);
    expect(textOf(banner)).toContain("Đối chiếu với mã vừa quét");
    expect(textOf(banner)).not.toContain("trang");
    await expectAccessible(banner);
  });

  it("shows every fact of a managed person, after one audited view", async () => {
    const service = new ScriptedService();
    service.say("subject", subjectView(managed()));
    const text = textOf(await open(service));
    for (const fact of [
      "Nguyễn Thị Hòa Bình",
      "04/06/1961",
      "Diện tỉnh quản lý",
      "nguyên chức",
      "UT-000123",
      "cần cấp đổi",
      "đến hạn",
      "01/10/2026",
      "Phòng khám A, Bệnh viện Sông Xanh",
      "Đăng ký tại đây",
      "BS Trần Văn Lộc",
      "Quy trình A",
      "Tầng 2, đi cửa phía sân sau",
      "Nghe kém tai trái",
      "khớp số CCCD",
    ])
      expect(text).toContain(fact);
    service.say("subject", subjectView(managed(), { warnings: [problem] }));
    expect(service.called("openDetails")).toEqual([["openDetails", "s-1"]]);
  });

  it("opens a possible person only when asked", async () => {
    const service = new ScriptedService();
    service.say("subject", subjectView({ state: "possible", rung: "name-birth-date-sex", candidates: 1 }));
    const banner = await open(service);
    expect(service.called("openDetails")).toEqual([]);
    expect(textOf(banner)).not.toContain(names["s-1"]);
    button(banner, "Xem để đối chiếu").click();
    await settled(banner);
    expect(service.called("openDetails")).toHaveLength(1);
    expect(textOf(banner)).toContain(names["s-1"]);
  });

  it("shows the page's identity beside the directory's and says what differs", async () => {
    const service = new ScriptedService();
    service.answerDetails = async () =>
      success({ ...details, stated: { name: "Nguyễn Thị Hòa Bính", birthDate: "1961-04-06" } });
    service.say("subject", subjectView(managed()));
    const text = textOf(await open(service));
    expect(text).toContain("Nguyễn Thị Hòa Bính");
    expect(text).toContain("06/04/1961");
    expect(text.match(/Khác/g)).toHaveLength(2);
  });

  it("does not call capitals or another way of composing a difference", async () => {
    const service = new ScriptedService();
    service.answerDetails = async () =>
      success({
        ...details,
        stated: { name: "  NGUYỄN  THỊ HÒA BÌNH ".normalize("NFD"), birthDate: "1961-06-04" },
      });
    service.say("subject", subjectView(managed()));
    expect(textOf(await open(service)).match(/Khớp/g)).toHaveLength(2);
  });

  it("keeps the guide and drops process and next step in an emergency", async () => {
    const service = new ScriptedService();
    service.say("subject", subjectView(managed(), { emergency: true }));
    const text = textOf(await open(service));
    expect(text).toContain("Ưu tiên cấp cứu trước");
    expect(text).toContain("Gọi kíp cấp cứu");
    expect(text).not.toContain("Mời đến phòng khám A");
    expect(text).not.toContain("Việc cần làm tiếp");
  });

  it("says what went wrong and tries again", async () => {
    const service = new ScriptedService();
    service.answerDetails = async () => ({ ok: false, problem });
    service.say("subject", subjectView(managed()));
    const banner = await open(service);
    expect(textOf(banner)).toContain(problem.message.vi);
    service.answerDetails = async () => success(details);
    button(banner, "Thử lại").click();
    await settled(banner);
    expect(textOf(banner)).toContain(names["s-1"]);
  });

  it("survives a service that goes away", async () => {
    const service = new ScriptedService();
    service.answerDetails = () => Promise.reject(new Error("port closed"));
    service.say("subject", subjectView(managed()));
    expect(textOf(await open(service))).toContain("Mất liên lạc với phần lưu dữ liệu");
  });

  it("forgets the person when the session locks", async () => {
    const service = new ScriptedService();
    service.say("subject", subjectView(managed()));
    const banner = await open(service);
    service.say("subject", subjectView({ state: "locked" }));
    await settled(banner);
    expect(textOf(banner)).not.toContain(names["s-1"]);
    service.say("subject", subjectView({ state: "reading" }));
    await settled(banner);
    expect(textOf(banner)).not.toContain(names["s-1"]);
  });

  it("never shows the previous patient, whatever the order of changes and late answers", async () => {
    type Step =
      | { readonly kind: "patient"; readonly subject: "s-1" | "s-2" }
      | { readonly kind: "other"; readonly state: "reading" | "no-patient" | "locked" | "not-managed" }
      | { readonly kind: "answer"; readonly which: number };
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({
        kind: fc.constant("patient" as const),
        subject: fc.constantFrom("s-1" as const, "s-2" as const),
      }),
      fc.record({
        kind: fc.constant("other" as const),
        state: fc.constantFrom(
          "reading" as const,
          "no-patient" as const,
          "locked" as const,
          "not-managed" as const,
        ),
      }),
      fc.record({ kind: fc.constant("answer" as const), which: fc.nat(5) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const service = new ScriptedService();
        const waiting: {
          readonly subject: string;
          readonly tell: (answer: Result<PatientDetails>) => void;
        }[] = [];
        service.answerDetails = (subject) => new Promise((tell) => waiting.push({ subject, tell }));
        const banner = await open(service);
        let present: "s-1" | "s-2" | undefined;
        for (const one of steps) {
          if (one.kind === "patient") {
            present = one.subject;
            service.say("subject", subjectView(managed(), { subject: one.subject }));
          } else if (one.kind === "other") {
            present = undefined;
            service.say("subject", subjectView({ state: one.state }));
          } else {
            const [late] = waiting.splice(one.which % Math.max(1, waiting.length), 1);
            if (late?.subject === "s-1" || late?.subject === "s-2") late.tell(success(people[late.subject]));
          }
          await banner.updateComplete;
          await Promise.resolve();
          await banner.updateComplete;
          const text = textOf(banner);
          for (const subject of ["s-1", "s-2"] as const)
            if (subject !== present) expect(text).not.toContain(names[subject]);
        }
        if (present !== undefined) {
          for (const { subject, tell } of waiting)
            if (subject === "s-1" || subject === "s-2") tell(success(people[subject]));
          await settled(banner);
          expect(textOf(banner)).toContain(names[present]);
        }
        banner.remove();
      }),
      { numRuns: 60 },
    );
  });

  it("opens nothing for nobody: neither what it waited for, nor who comes after it left the page", async () => {
    const service = new ScriptedService();
    service.answerDetails = async (subject) => success(subject === "s-2" ? otherDetails : details);
    const banner = await open(service);
    const parent = banner.parentElement;
    banner.remove();
    banner.requestUpdate();
    await settled(banner);
    service.say("subject", subjectView(managed()));
    await settled(banner);
    banner.view = subjectView(managed(), { subject: "s-2" });
    await settled(banner);
    expect(service.called("openDetails")).toEqual([]);
    parent?.append(banner);
    await settled(banner);
    expect(service.called("openDetails")).toEqual([["openDetails", "s-2"]]);
    expect(textOf(banner)).toContain(names["s-2"]);
  });

  it("stops following when it leaves the page, and follows again when it returns", async () => {
    const service = new ScriptedService();
    const banner = await open(service);
    const parent = banner.parentElement;
    expect(service.followed).toBe(2);
    banner.remove();
    expect(service.followed).toBe(0);
    service.say("subject", subjectView(managed()));
    parent?.append(banner);
    await settled(banner);
    expect(textOf(banner)).toContain(names["s-1"]);
  });
});
