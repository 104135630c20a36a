import "../define/exam-checklist.ts";
import "../define/referral-form.ts";
import type { FhirJson } from "@cadre-care/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { type BoardForm, boardForm, boardForms, openBoardForm, questionsOf } from "../testing/board-form.ts";
import { find, settled } from "../testing/settled.ts";

/** A4 within the margins that the panel prints with, in CSS pixels. */
const MILLIMETRE = 96 / 25.4;
const WIDTH = 182 * MILLIMETRE;
const HEIGHT = 273 * MILLIMETRE;

const media = (kind: "print" | ""): Promise<unknown> =>
  cdp().send("Emulation.setEmulatedMedia", { media: kind });

beforeEach(() => media("print"));
afterEach(() => media(""));

const printed = async (form: BoardForm, response?: FhirJson): Promise<HTMLElement> => {
  const { element } = await openBoardForm(form, response);
  element.style.inlineSize = `${WIDTH}px`;
  const paper = find(element, ".paper", HTMLElement);
  await expect
    .poll(() => {
      window.dispatchEvent(new Event("beforeprint"));
      return paper.childElementCount;
    })
    .toBeGreaterThan(2);
  await settled(element);
  return paper;
};
const wordsOf = (paper: HTMLElement): string => (paper.textContent ?? "").replaceAll(/\s+/g, " ");
const lines = (paper: HTMLElement, words: string): readonly string[] =>
  [...paper.querySelectorAll<HTMLElement>(".line")]
    .map((line) => wordsOf(line).trim())
    .filter((line) => line.includes(words));

describe.each(boardForms)("$id on paper", (form) => {
  it("has every question in the order of the form, and says that it is a sample", async () => {
    const text = wordsOf(await printed(form, form.half));
    expect(text).toContain("Mẫu tham khảo");
    let place = 0;
    for (const { linkId, text: question } of questionsOf(form)) {
      const found = text.indexOf(question.replace(/:$/, ""), place);
      expect([linkId, found]).toEqual([linkId, expect.toSatisfy((at) => at >= place)]);
      place = found + question.length - 1;
    }
  });
});

describe("the referral on paper", () => {
  it.each([
    ["phieu-chuyen-co-so-tt01-2025.1", false],
    ["phieu-chuyen-co-so-tt01-2025.2", true],
  ])("%s fits one page, empty or filled in, with the note on signatures of its day", async (id, two) => {
    const form = boardForm(id);
    for (const response of [undefined, form.complete]) {
      const paper = await printed(form, response);
      const { height } = paper.getBoundingClientRect();
      expect(height).toBeGreaterThan(HEIGHT / 2);
      expect(height).toBeLessThan(HEIGHT);
      expect(wordsOf(paper)).toContain("Bản nháp – bản chính thức phát hành và ký số trên HIS");
      expect(wordsOf(paper).includes("hai chữ ký số")).toBe(two);
    }
  });

  it("names the hospital it goes to alone, and all three reasons with the one that holds", async () => {
    const form = boardForm("phieu-chuyen-co-so-tt01-2025.2");
    const paper = await printed(form, form.complete);
    expect(lines(paper, "Kính gửi")).toEqual(["Kính gửi: Bệnh viện trung ương (mẫu)"]);
    expect(lines(paper, "1a.")[0]).toMatch(/☒ 1a\..*☐ 1b\..*☐ 2\./);
    expect(lines(paper, "Họ và tên người bệnh")).toEqual(["1. Họ và tên người bệnh: NGUYỄN THỊ HÒA BÌNH"]);
  });
});

it("nothing that belongs together is cut: rows of the table, lines, measurements beside each other", async () => {
  const form = boardForm("kham-suc-khoe-can-bo-tt25-2026.1");
  const paper = await printed(form, form.complete);
  const parts = [...paper.querySelectorAll("tbody tr, .line, .run")];
  expect(parts.length).toBeGreaterThan(60);
  for (const part of parts) expect(getComputedStyle(part).breakInside).toBe("avoid");
  const run = [...paper.querySelectorAll<HTMLElement>(".run")].find((one) =>
    wordsOf(one).includes("Chiều cao"),
  );
  if (run === undefined) throw new Error("no measurements beside each other");
  expect(wordsOf(run)).toMatch(/Chiều cao: 156 cm .*Cân nặng: 61,5 kg .*BMI: 25,3 kg\/m²/);
  expect(lines(paper, "Phân loại thể lực")).toEqual(["Phân loại thể lực: Loại I (Rất khỏe)"]);
});
