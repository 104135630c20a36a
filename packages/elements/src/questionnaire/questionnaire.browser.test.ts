import "../define/questionnaire.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreQuestionnaire } from "./questionnaire.ts";

type Json = Readonly<Record<string, unknown>>;

const open = async (properties: Partial<CadreQuestionnaire>): Promise<CadreQuestionnaire> => {
  const element = await fixture<CadreQuestionnaire>(html`<cadre-questionnaire></cadre-questionnaire>`);
  Object.assign(element, properties);
  await settled(element);
  return element;
};
const form = (...item: readonly Json[]): Json => ({ resourceType: "Questionnaire", status: "active", item });
const answersOf = (element: CadreQuestionnaire): unknown => {
  const items: unknown = element.response?.item;
  return Array.isArray(items) ? items.map(({ answer }) => answer) : undefined;
};
const field = (element: CadreQuestionnaire, selector = "input[type=text]"): HTMLInputElement =>
  find(element, selector, HTMLInputElement);
const coding = (code: string, display: string): Json => ({ valueCoding: { system: "urn:x", code, display } });
const control = (code: string): Json => ({
  url: "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
  valueCodeableConcept: { coding: [{ code }] },
});

describe("every type of item", () => {
  it.each([
    ["string", "Số 4", { valueString: "Số 4" }],
    ["text", "Một", { valueString: "Một" }],
    ["integer", "72", { valueInteger: 72 }],
    ["decimal", "61,5", { valueDecimal: 61.5 }],
    ["date", "04/06/1961", { valueDate: "1961-06-04" }],
    ["date", "06/1961", { valueDate: "1961-06" }],
    ["date", "1961", { valueDate: "1961" }],
    ["time", "8h05", { valueTime: "08:05:00" }],
    ["url", "https://x.example/a", { valueUri: "https://x.example/a" }],
    ["reference", "BS Lộc", { valueReference: { display: "BS Lộc" } }],
    ["quantity", "5,2", { valueQuantity: { value: 5.2 } }],
  ])("%s: %s", async (type, typed, value) => {
    const element = await open({ questionnaire: form({ linkId: "a", type, text: "Câu hỏi" }) });
    await userEvent.fill(page.getByLabelText("Câu hỏi"), typed);
    expect(answersOf(element)).toEqual([[value]]);
    await expectAccessible(element);
  });

  it("dateTime: a day with its time", async () => {
    const element = await open({ questionnaire: form({ linkId: "a", type: "dateTime", text: "Lúc" }) });
    await userEvent.fill(page.getByLabelText("Lúc"), "22/11/2026 09:30");
    expect(JSON.stringify(answersOf(element))).toContain('"2026-11-22T09:30:00');
  });

  it("boolean: Có and Không, and neither", async () => {
    const element = await open({ questionnaire: form({ linkId: "a", type: "boolean", text: "Ho" }) });
    await userEvent.click(page.getByLabelText("Không"));
    expect(answersOf(element)).toEqual([[{ valueBoolean: false }]]);
    await userEvent.click(page.getByLabelText("Có"));
    expect(answersOf(element)).toEqual([[{ valueBoolean: true }]]);
    await userEvent.click(page.getByLabelText("Có"));
    expect(answersOf(element)).toBeUndefined();
    await expectAccessible(element);
  });

  it("a read-only item whose calculation fails is open, and says why", async () => {
    const url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    const valueExpression = { language: "text/fhirpath", expression: "(1 | 2).single()" };
    const extension = [{ url, valueExpression }];
    const element = await open({
      questionnaire: form({ linkId: "a", type: "decimal", text: "Chỉ số", readOnly: true, extension }),
    });
    await expect.poll(() => field(element).readOnly).toBe(false);
    await expect.poll(() => textOf(element)).toContain("không tính được. Hãy nhập tay");
    await userEvent.fill(page.getByLabelText("Chỉ số"), "24,5");
    expect(answersOf(element)).toEqual([[{ valueDecimal: 24.5 }]]);
  });

  it("choice: in a row, in a list, as boxes", async () => {
    const few = ["Nam", "Nữ"].map((text) => coding(text, text));
    const many = Array.from({ length: 12 }, (_, index) => coding(`c${index}`, `Lựa chọn số ${index}`));
    const element = await open({
      questionnaire: form(
        { linkId: "a", type: "choice", text: "Giới tính", answerOption: few },
        { linkId: "b", type: "choice", text: "Nơi chuyển", answerOption: many },
        { linkId: "c", type: "choice", text: "Dấu hiệu", repeats: true, answerOption: many.slice(0, 3) },
      ),
    });
    await userEvent.click(page.getByLabelText("Nữ"));
    await userEvent.selectOptions(page.getByLabelText("Nơi chuyển"), "Lựa chọn số 7");
    await userEvent.click(page.getByRole("checkbox", { name: "Lựa chọn số 0" }));
    await userEvent.click(page.getByRole("checkbox", { name: "Lựa chọn số 2" }));
    expect(answersOf(element)).toEqual([
      [coding("Nữ", "Nữ")],
      [coding("c7", "Lựa chọn số 7")],
      [coding("c0", "Lựa chọn số 0"), coding("c2", "Lựa chọn số 2")],
    ]);
    await userEvent.click(page.getByRole("checkbox", { name: "Lựa chọn số 0" }));
    expect(answersOf(element)).toContainEqual([coding("c2", "Lựa chọn số 2")]);
    await expectAccessible(element);
  });

  it("open-choice: an answer in words beside the choices", async () => {
    const element = await open({
      questionnaire: form({
        linkId: "a",
        type: "open-choice",
        text: "Phương tiện",
        answerOption: [coding("xe", "Xe cứu thương")],
      }),
    });
    await userEvent.fill(page.getByLabelText("Phương tiện: Khác (ghi rõ)"), "Tàu hỏa");
    expect(answersOf(element)).toEqual([[{ valueString: "Tàu hỏa" }]]);
    await userEvent.click(page.getByLabelText("Xe cứu thương"));
    expect(answersOf(element)).toEqual([[coding("xe", "Xe cứu thương")]]);
  });

  it("quantity with units to choose from", async () => {
    const unit = (code: string): Json => ({
      url: "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
      valueCoding: { system: "http://unitsofmeasure.org", code, display: code },
    });
    const element = await open({
      questionnaire: form({
        linkId: "a",
        type: "quantity",
        text: "Đường máu",
        extension: [unit("mmol/L"), unit("mg/dL")],
      }),
    });
    await userEvent.fill(page.getByRole("textbox", { name: "Đường máu" }), "5,2");
    await userEvent.selectOptions(page.getByLabelText("Đơn vị của Đường máu"), "mg/dL");
    expect(answersOf(element)).toEqual([
      [{ valueQuantity: { value: 5.2, unit: "mg/dL", system: "http://unitsofmeasure.org", code: "mg/dL" } }],
    ]);
  });

  it("attachment: a file in the answer, and a large one refused in words", async () => {
    const element = await open({ questionnaire: form({ linkId: "a", type: "attachment", text: "Ảnh" }) });
    const input = field(element, "input[type=file]");
    const choose = (file: File): void => {
      const list = new DataTransfer();
      list.items.add(file);
      input.files = list.files;
      input.dispatchEvent(new Event("change"));
    };
    choose(new File([new Uint8Array(3_000_000)], "to.png", { type: "image/png" }));
    await settled(element);
    expect(textOf(element)).toContain("Tệp lớn hơn 2 MB");
    choose(new File(["abc"], "nho.txt", { type: "text/plain" }));
    await settled(element);
    expect(answersOf(element)).toEqual([
      [{ valueAttachment: { contentType: "text/plain", data: "YWJj", title: "nho.txt", size: 3 } }],
    ]);
    expect(textOf(element)).toContain("nho.txt");
  });

  it("display and help: words, and an explanation on demand", async () => {
    const element = await open({
      questionnaire: form(
        { linkId: "d", type: "display", text: "Hỏi kỹ người bệnh." },
        {
          linkId: "a",
          type: "string",
          text: "Thuốc",
          item: [{ linkId: "h", type: "display", text: "Tên và liều", extension: [control("help")] }],
        },
      ),
    });
    expect(textOf(element)).toContain("Hỏi kỹ người bệnh.");
    expect(count(element, "details.more")).toBe(1);
    await expectAccessible(element);
  });

  it("repeats of a question and of a group come and go, the others stay as they are", async () => {
    const element = await open({
      questionnaire: form(
        { linkId: "a", type: "string", text: "Thuốc", repeats: true },
        {
          linkId: "g",
          type: "group",
          text: "Nơi khám",
          repeats: true,
          item: [{ linkId: "p", type: "string", text: "Tại" }],
        },
        { linkId: "z", type: "group", text: "Cuối", item: [{ linkId: "e", type: "string", text: "Hết" }] },
      ),
    });
    await userEvent.fill(page.getByRole("textbox", { name: "Thuốc", exact: true }), "A");
    await userEvent.click(page.getByRole("button", { name: "Thêm Thuốc" }));
    await userEvent.keyboard("B");
    await userEvent.fill(page.getByRole("textbox", { name: "Tại" }), "Phòng khám 1");
    await userEvent.click(page.getByRole("button", { name: "Thêm Nơi khám" }));
    await userEvent.fill(page.getByRole("textbox", { name: "Tại" }).nth(1), "Phòng khám 2");
    expect(JSON.stringify(element.response?.item)).toMatch(/"A".*"B".*Phòng khám 1.*Phòng khám 2/);
    const titles = [...(element.shadowRoot?.querySelectorAll("h3") ?? [])].map((title) => title.textContent);
    expect(titles).toEqual(["Nơi khám", "Nơi khám", "Cuối"]);
    await userEvent.click(page.getByRole("button", { name: "Bỏ Nơi khám" }).first());
    expect(JSON.stringify(element.response?.item)).not.toContain("Phòng khám 1");
    expect(field(element, "section input").value).toBe("Phòng khám 2");
    await expectAccessible(element);
  });
});

describe("bad input", () => {
  it("31/02 and letters in a number stay in the field, with a word about it", async () => {
    const element = await open({
      questionnaire: form(
        { linkId: "d", type: "date", text: "Ngày" },
        { linkId: "n", type: "integer", text: "Mạch" },
      ),
    });
    await userEvent.fill(page.getByLabelText("Ngày"), "31/02/2026");
    await userEvent.fill(page.getByLabelText("Mạch"), "bảy hai");
    await userEvent.tab();
    await settled(element);
    expect(field(element).value).toBe("31/02/2026");
    expect(count(element, "[aria-invalid=true]")).toBe(2);
    expect(count(element, ".problem")).toBe(2);
    expect(element.completedResponse).toBeUndefined();
    await expectAccessible(element);
  });

  it("HTML in any string is text", async () => {
    const text = "<img src=x onerror=alert(1)><b>đậm</b>";
    const element = await open({
      questionnaire: {
        ...form({ linkId: "a", type: "choice", text, answerOption: [coding("x", text), coding("y", text)] }),
        title: text,
      },
    });
    expect(count(element, "img, b")).toBe(0);
    expect(textOf(element)).toContain(text);
  });

  it("says what is wrong with a form that is none, and what is empty", async () => {
    const element = await open({ questionnaire: { resourceType: "Patient" } });
    expect(textOf(element)).toContain("Không dùng được biểu mẫu này");
    await expectAccessible(element);
    element.questionnaire = undefined;
    await settled(element);
    expect(textOf(element)).toContain("Chưa có biểu mẫu nào được mở");
    element.questionnaire = form();
    await settled(element);
    expect(textOf(element)).toContain("Biểu mẫu này không có câu hỏi nào");
  });
});
