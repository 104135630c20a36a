import "../define/referral-form.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { openedReferral } from "../testing/sample-referral.ts";
import { NOW } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreReferralForm } from "./referral-form.ts";

const HOSPITALS = "https://board.example/fhir/ValueSet/receiving-hospitals";

const open = async (): Promise<{ referral: CadreReferralForm; service: ScriptedService }> => {
  const service = new ScriptedService();
  service.answerForm = async (subject) => ({ ok: true, value: { ...openedReferral, subject } });
  service.codes.set(HOSPITALS, [{ system: "urn:x", code: "b-1", display: "Bệnh viện Sông Xanh" }]);
  const referral = await fixture<CadreReferralForm>(
    html`<cadre-referral-form subject="s-1" .service=${service} .now=${() => NOW}></cadre-referral-form>`,
  );
  await settled(referral);
  return { referral, service };
};

describe("the referral", () => {
  it("says that it is a draft, on the screen and on paper", async () => {
    const { referral } = await open();
    expect(textOf(referral)).toContain("Bản nháp – bản chính thức phát hành và ký số trên HIS");
    const paper = find(referral, ".paper", HTMLElement);
    await expect
      .poll(() => {
        window.dispatchEvent(new Event("beforeprint"));
        return paper.textContent;
      })
      .toContain("Bản nháp – bản chính thức phát hành và ký số trên HIS");
    expect(paper.textContent).toContain("Mẫu tham khảo");
    await expectAccessible(referral);
  });

  it("resumes the draft of this kind that is offered", async () => {
    const { service } = await open();
    expect(service.called("openForm")).toEqual([
      ["openForm", "s-1", "https://board.example/fhir/Questionnaire/referral|2025.1"],
    ]);
  });

  it("takes a receiving hospital by name without marks, on Enter, however fast it was typed", async () => {
    const { referral, service } = await open();
    await userEvent.click(page.getByRole("combobox", { name: "Kính gửi" }));
    await userEvent.keyboard("song xanh{Enter}");
    await expect.poll(() => textOf(referral)).toContain("Bệnh viện Sông Xanh");
    expect(JSON.stringify(referral.response)).toContain('"code":"b-1"');
    expect(service.called("searchCodes").at(-1)).toEqual(["searchCodes", HOSPITALS, "song xanh"]);
    expect(count(referral, "[role=listbox]")).toBe(0);
    await expectAccessible(referral);
  });

  it("is submitted with what was confirmed", async () => {
    const { referral, service } = await open();
    await userEvent.click(page.getByRole("button", { name: /Xác nhận phần này/ }));
    await userEvent.click(page.getByRole("combobox", { name: "Kính gửi" }));
    await userEvent.keyboard("song xanh{Enter}");
    await expect.poll(() => count(referral, ".chosen li")).toBe(1);
    await userEvent.fill(page.getByRole("textbox", { name: "Dấu hiệu lâm sàng" }), "Đau ngực");
    await userEvent.click(page.getByLabelText(/1a\./));
    await userEvent.click(page.getByRole("button", { name: "Hoàn thành và gửi" }));
    await settled(referral);
    expect(service.called("submitForm")).toHaveLength(1);
    expect(textOf(referral)).toContain("Phiếu đã được ghi nhận");
  });
});
