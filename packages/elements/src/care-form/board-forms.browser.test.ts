import "../define/exam-checklist.ts";
import "../define/referral-form.ts";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import {
  boardForm,
  boardForms,
  expectAccessibleInPanels,
  expectFocusInSight,
  openBoardForm,
} from "../testing/board-form.ts";
import { button, count, find, settled, textOf } from "../testing/settled.ts";
import type { CareFormElement } from "./care-form-element.ts";

const submit = async (element: CareFormElement): Promise<void> => {
  await userEvent.click(button(element, "Hoàn thành và gửi"));
  await settled(element);
};

it("are the exam in two orders, the cadre package on both, four chronic diseases and two referrals", () => {
  expect(boardForms.map(({ kind }) => kind)).toEqual([
    ...["exam", "exam", "exam", "exam"],
    ...["chronic", "chronic", "chronic", "chronic"],
    ...["referral", "referral"],
  ]);
});

it("has its sections beside it where there is room, and its bands above both", async () => {
  const { element } = await openBoardForm(boardForm("phieu-chuyen-co-so-tt01-2025.2"));
  element.style.inlineSize = "980px";
  await settled(element);
  const at = (selector: string): DOMRect => find(element, selector, HTMLElement).getBoundingClientRect();
  const [sample, draft, outline, body] = [".sample", ".draft-only", ".outline", ".body"].map(at);
  if (!sample || !draft || !outline || !body) throw new Error("a part is missing");
  expect(sample.width).toBeGreaterThan(900);
  expect(draft.width).toBeGreaterThan(900);
  expect(draft.bottom).toBeLessThan(outline.top);
  expect(outline.right).toBeLessThan(body.left);
  expect(Math.abs(outline.top - body.top)).toBeLessThan(1);
  expect(getComputedStyle(find(element, ".outline", HTMLElement)).position).toBe("sticky");
});

describe.each(boardForms)("$id", (form) => {
  it("empty", async () => {
    const { element } = await openBoardForm(form);
    expect(textOf(element)).toMatch(/Còn \d+ mục cần xử lý/);
    await expectAccessibleInPanels(element);
  });

  it("half", async () => {
    const { element } = await openBoardForm(form, form.half);
    expect(element.isComplete).toBe(false);
    await expectAccessibleInPanels(element);
  });

  it("complete with issues, all of them shown", async () => {
    const { element, service } = await openBoardForm(form, form.mistaken);
    await submit(element);
    expect(service.called("submitForm")).toEqual([]);
    expect(count(element, ".problem")).toBeGreaterThan(1);
    expectFocusInSight(element);
    expect(textOf(element)).toMatch(/Chưa gửi được: còn \d+ mục cần xử lý/);
    await expectAccessibleInPanels(element);
  });

  it("locked", async () => {
    const { element, service } = await openBoardForm(form, form.half);
    service.say("forms", {
      drafts: [],
      bound: service.topics.forms.bound.map(({ form: id }) => ({ form: id, page: "another" })),
      patient: { name: "Lê Văn Sáng", birthDate: "1950-02-01" },
    });
    await settled(element);
    expect(find(element, "[part=two]", HTMLElement).textContent).toContain("Lê Văn Sáng · 01/02/1950");
    await expectAccessibleInPanels(element);
  });

  it("complete, and then submitted", async () => {
    const { element, service } = await openBoardForm(form, form.complete);
    expect(textOf(element)).toContain("Không còn mục nào cần xử lý");
    await expectAccessibleInPanels(element);
    await submit(element);
    expect(service.called("submitForm")).toHaveLength(1);
    expect(textOf(element)).toContain("Phiếu đã được ghi nhận");
    await expectAccessibleInPanels(element);
  });
});
