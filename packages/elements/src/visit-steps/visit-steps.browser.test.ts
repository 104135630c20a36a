import "../define/visit-steps.ts";
import { type Result, success, type VisitView } from "@cadre-care/domain";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { CadreCheckInEvent, CadreRecordStepEvent } from "../events/events.ts";
import {
  details,
  laterVisit,
  managed,
  NOW,
  otherDetails,
  problem,
  subjectView,
  subjectViews,
  visit,
} from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, buttons, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreVisitSteps } from "./visit-steps.ts";

const now = () => NOW;
const following = async (service: ScriptedService): Promise<CadreVisitSteps> => {
  const steps = await fixture<CadreVisitSteps>(
    html`<cadre-visit-steps .service=${service} .now=${now}></cadre-visit-steps>`,
  );
  await settled(steps);
  return steps;
};
const about = (view = subjectView(managed())): ScriptedService => {
  const service = new ScriptedService();
  service.say("subject", view);
  return service;
};
const showing = async (properties: Partial<CadreVisitSteps>): Promise<CadreVisitSteps> => {
  const steps = await fixture<CadreVisitSteps>(html`<cadre-visit-steps .now=${now}></cadre-visit-steps>`);
  Object.assign(steps, properties);
  await settled(steps);
  return steps;
};

describe("check-in", () => {
  it("shows who is checked in beside the button, and asks the service once", async () => {
    const service = about();
    const steps = await following(service);
    expect(textOf(steps)).toContain("Nguyễn Thị Hòa Bình");
    expect(textOf(steps)).toContain("04/06/1961");
    await userEvent.click(button(steps, "Tiếp nhận"));
    await settled(steps);
    expect(service.called("checkIn")).toEqual([["checkIn", "s-1", false]]);
    expect(textOf(steps)).toContain("Tiếp nhận lúc");
    expect(textOf(steps)).toContain("Đã lưu trên máy này");
  });

  it("says saved only after the service said so, and works by keyboard", async () => {
    const service = about();
    let answer: ((result: Result<VisitView>) => void) | undefined;
    service.answerVisit = () => new Promise((tell) => (answer = tell));
    const steps = await following(service);
    await userEvent.keyboard("{Tab}{Enter}");
    await settled(steps);
    expect(textOf(steps)).not.toContain("Đã lưu");
    expect(find(steps, "[part=check-in]", HTMLButtonElement).getAttribute("aria-disabled")).toBe("true");
    await userEvent.keyboard("{Enter}");
    expect(service.called("checkIn")).toHaveLength(1);
    answer?.(success(visit));
    await settled(steps);
    expect(textOf(steps)).toContain("Đã lưu trên máy này");
  });

  it("asks for the paper to be compared where the match does", async () => {
    for (const view of [
      subjectView(managed({}, undefined, true)),
      subjectView({ state: "possible", rung: "name-birth-date-sex", candidates: 1 }),
    ]) {
      const service = about(view);
      const steps = await following(service);
      if (view.about.state === "possible") {
        expect(service.called("openDetails")).toEqual([]);
        button(steps, "Xem để đối chiếu").click();
        await settled(steps);
      }
      button(steps, "Tiếp nhận").click();
      await settled(steps);
      expect(service.called("checkIn")).toEqual([]);
      expect(textOf(steps)).toContain("Đánh dấu vào ô xác nhận");
      find(steps, "input[type=checkbox]", HTMLInputElement).click();
      await settled(steps);
      await expectAccessible(steps);
      button(steps, "Tiếp nhận").click();
      await settled(steps);
      expect(service.called("checkIn")).toEqual([["checkIn", "s-1", true]]);
    }
  });

  it("keeps what was entered when it fails, and says why", async () => {
    const service = about(subjectView(managed({}, undefined, true)));
    service.answerVisit = async () => ({ ok: false, problem });
    const steps = await following(service);
    find(steps, "input[type=checkbox]", HTMLInputElement).click();
    await settled(steps);
    button(steps, "Tiếp nhận").click();
    await settled(steps);
    expect(textOf(steps)).toContain(problem.message.vi);
    expect(find(steps, "input[type=checkbox]", HTMLInputElement).checked).toBe(true);
    service.answerVisit = () => Promise.reject(new Error("gone"));
    button(steps, "Tiếp nhận").click();
    await settled(steps);
    expect(textOf(steps)).toContain("Mất liên lạc");
    expect(textOf(steps)).not.toContain("Đã lưu");
    await expectAccessible(steps);
  });

  it("takes a check-in back", async () => {
    const service = about(subjectView(managed({}, visit)));
    const steps = await following(service);
    service.answerVisit = async () =>
      success({ ...visit, undoable: false, visit: { ...visit.visit, status: "cancelled" } });
    button(steps, "Hoàn tác").click();
    await settled(steps);
    expect(service.called("undoCheckIn")).toEqual([["undoCheckIn", visit.visit.id]]);
    expect(textOf(steps)).toContain("Đã hoàn tác lần tiếp nhận trước");
    expect(buttons(steps)).toEqual(["Tiếp nhận"]);
  });

  it("does nothing for a click by script where trust is required", async () => {
    const service = about();
    const steps = await following(service);
    steps.requireTrusted = true;
    await settled(steps);
    button(steps, "Tiếp nhận").click();
    await settled(steps);
    expect(service.called("checkIn")).toEqual([]);
    await userEvent.click(button(steps, "Tiếp nhận"));
    expect(service.called("checkIn")).toHaveLength(1);
  });

  it("drops the confirmation and a late answer when the patient changes", async () => {
    const service = about(subjectView(managed({}, undefined, true)));
    let answer: ((result: Result<VisitView>) => void) | undefined;
    service.answerVisit = () => new Promise((tell) => (answer = tell));
    const steps = await following(service);
    find(steps, "input[type=checkbox]", HTMLInputElement).click();
    await settled(steps);
    button(steps, "Tiếp nhận").click();
    await settled(steps);
    service.answerDetails = async () => success(otherDetails);
    service.say("subject", subjectView(managed({}, undefined, true), { subject: "s-2" }));
    await settled(steps);
    answer?.(success(visit));
    await settled(steps);
    expect(textOf(steps)).toContain("Phạm Văn Đức");
    expect(textOf(steps)).not.toContain("Nguyễn Thị Hòa Bình");
    expect(textOf(steps)).not.toContain("Đã lưu");
    expect(find(steps, "input[type=checkbox]", HTMLInputElement).checked).toBe(false);
    expect(buttons(steps)).toEqual(["Tiếp nhận"]);
  });
});

describe("an answer that comes after the patient changed", () => {
  it("is no problem of the new patient, but a failure is not kept quiet", async () => {
    const service = about();
    let answer: ((result: Result<VisitView>) => void) | undefined;
    service.answerVisit = () => new Promise((tell) => (answer = tell));
    const steps = await following(service);
    button(steps, "Tiếp nhận").click();
    await settled(steps);
    service.answerDetails = async () => success(otherDetails);
    service.say("subject", subjectView(managed(), { subject: "s-2" }));
    await settled(steps);
    answer?.({ ok: false, problem });
    await settled(steps);
    expect(textOf(steps)).toContain("Chưa lưu được cho người bệnh trước đó");
    expect(textOf(steps)).toContain(problem.message.vi);
    expect(buttons(steps)).toEqual(["Tiếp nhận", "Đã hiểu"]);
    await expectAccessible(steps);
    button(steps, "Đã hiểu").click();
    await settled(steps);
    expect(textOf(steps)).not.toContain(problem.message.vi);
  });
});

describe("steps", () => {
  it("shows each step with time and person, and offers the next one only", async () => {
    const steps = await following(about(subjectView(managed({}, laterVisit))));
    const text = textOf(steps);
    expect(text).toContain("Vũ Văn Nam");
    expect(text).toContain("Khoa Tim mạch");
    expect(text).toContain("Đơn vị quản lý đã nhận");
    expect(buttons(steps)).toEqual(["Thêm lần nữa: Đưa đến chuyên khoa", "Ghi nhận: Đã khám"]);
    await expectAccessible(steps);
  });

  it("asks where to, keeps the choice through a failure, and forgets it after success", async () => {
    const service = about(subjectView(managed({}, visit)));
    const steps = await following(service);
    button(steps, "Ghi nhận: Đưa đến chuyên khoa").click();
    await settled(steps);
    expect(textOf(steps)).toContain("Chọn nơi đến rồi bấm ghi nhận.");
    expect(service.called("recordStep")).toEqual([]);
    await expectAccessible(steps);
    await userEvent.selectOptions(find(steps, "select", HTMLSelectElement), "cardio");
    service.answerVisit = async () => ({ ok: false, problem });
    button(steps, "Ghi nhận: Đưa đến chuyên khoa").click();
    await settled(steps);
    expect(find(steps, "select", HTMLSelectElement).value).toBe("cardio");
    service.answerVisit = async () => success(laterVisit);
    button(steps, "Ghi nhận: Đưa đến chuyên khoa").click();
    await settled(steps);
    expect(service.called("recordStep").at(-1)).toEqual(["recordStep", visit.visit.id, "escorted", "cardio"]);
    expect(textOf(steps)).toContain("Vũ Văn Nam");
    expect(find(steps, "select", HTMLSelectElement).value).toBe("");
  });

  it("shows how far the records have travelled", async () => {
    for (const [delivery, words] of [
      ["saved", "Đã lưu trên máy này"],
      ["sending", "Đang gửi"],
      ["delivered", "đã nhận"],
      ["parked", "cần xử lý"],
    ] as const)
      expect(textOf(await showing({ details, visit: { ...visit, delivery } }))).toContain(words);
  });

  it("counts the hours until results are due", async () => {
    const clock = (dueAt: string, returnedAt?: string): VisitView => ({
      ...laterVisit,
      resultsDue: {
        startedAt: "2026-11-21T08:00:00+07:00",
        dueAt,
        ...(returnedAt === undefined ? {} : { returnedAt }),
      },
    });
    const said = async (view: VisitView) => textOf(await showing({ details, visit: view }));
    expect(await said(clock("2026-11-22T12:50:00+07:00"))).toContain("còn 3 giờ 20 phút");
    expect(await said(clock("2026-11-22T09:00:00+07:00"))).toContain("quá hạn 30 phút");
    expect(await said(clock("2026-11-22T09:00:00+07:00", "2026-11-22T08:50:00+07:00"))).toContain(
      "đã trả lúc",
    );
  });

  it("offers nothing in an emergency, visit or not, by flag or by group", async () => {
    for (const view of [
      subjectView(managed({}, visit), { emergency: true }),
      subjectView(managed(), { emergency: true }),
      subjectView(managed({ statutoryGroups: ["emergency"] }, visit)),
      subjectView({ state: "locked" }, { emergency: true }),
    ]) {
      const steps = await following(about(view));
      expect(buttons(steps)).toEqual([]);
      expect(textOf(steps)).toContain("Ưu tiên cấp cứu trước");
      await expectAccessible(steps);
    }
    expect(buttons(await showing({ details: { ...details, emergency: true }, visit }))).toEqual([]);
  });

  for (const [name, view] of Object.entries(subjectViews)) {
    if (name.startsWith("managed") || name.startsWith("possible") || view === undefined) continue;
    it(`${name}: offers nothing, accessible`, async () => {
      const steps = await following(about(view));
      expect(buttons(steps)).toEqual([]);
      await expectAccessible(steps);
    });
  }
});

describe("without a service", () => {
  it("fires events, and shows what the host says", async () => {
    const steps = await showing({ details, view: subjectView(managed()) });
    const seen: unknown[] = [];
    steps.addEventListener("cadre-check-in", (event: CadreCheckInEvent) =>
      seen.push([event.subject, event.confirmed]),
    );
    steps.addEventListener("cadre-record-step", (event: CadreRecordStepEvent) =>
      seen.push([event.visit, event.step, event.room]),
    );
    button(steps, "Tiếp nhận").click();
    Object.assign(steps, { visit: laterVisit });
    await settled(steps);
    button(steps, "Ghi nhận: Đã khám").click();
    expect(seen).toEqual([
      ["s-1", false],
      [laterVisit.visit.id, "examined", undefined],
    ]);
    steps.busy = true;
    await settled(steps);
    button(steps, "Ghi nhận: Đã khám").click();
    expect(seen).toHaveLength(2);
    steps.problem = problem;
    await settled(steps);
    expect(textOf(steps)).toContain(problem.message.vi);
  });

  it("leaves the action to a host that prevents the event", async () => {
    const service = about();
    const steps = await following(service);
    steps.addEventListener("cadre-check-in", (event) => event.preventDefault());
    button(steps, "Tiếp nhận").click();
    await settled(steps);
    expect(service.called("checkIn")).toEqual([]);
  });

  it("shares one audited view with another element on the page", async () => {
    await import("../define/priority-banner.ts");
    const service = about();
    const steps = await following(service);
    const banner = document.createElement("cadre-priority-banner");
    Object.assign(banner, { mode: "details", service });
    steps.parentElement?.append(banner);
    await settled(banner);
    expect(textOf(banner)).toContain("Nguyễn Thị Hòa Bình");
    expect(service.called("openDetails")).toHaveLength(1);
  });

  it("changes its language at run time", async () => {
    const steps = await showing({ details, view: subjectView(managed()) });
    steps.language = "en";
    await settled(steps);
    expect(buttons(steps)).toEqual(["Check in"]);
  });
});
