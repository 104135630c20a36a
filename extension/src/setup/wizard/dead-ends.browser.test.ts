import type { PageWork } from "@cadre-care/his/draft";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { editedDesk } from "../testing/edited-list.ts";
import { listPage } from "../testing/list-page.ts";
import type { DeskInput } from "../testing/scripted-desk.ts";
import { fieldIn, shownScreen } from "../testing/shown-screen.ts";
import { CheckScreen } from "./check-screen.ts";
import { defineScreens } from "./define-screens.ts";
import { PageQuestions } from "./page-questions.ts";
import { PlaceEditor } from "./place-editor.ts";
import type { Screen } from "./screen.ts";
import type { Desk } from "./wizard-desk.ts";

/** With one field alone. */
const page = listPage({
  columns: { headers: "th", count: { min: 3, max: 3 } },
  fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }] },
});
const sex = {
  doubt: "sex-codes" as const,
  role: "sex" as const,
  labels: ["Phái"],
  parts: [{ from: "text" as const, header: "Phái", optional: false }],
};
const gutter = { doubt: "gutter" as const, labels: [] };

beforeAll(defineScreens);
afterEach(() => document.body.replaceChildren());

const shown = async (
  make: (desk: Desk) => Screen,
  questions: PageWork["questions"],
  more: DeskInput = {},
) => {
  const change = vi.fn().mockResolvedValue(undefined);
  const work = { page, fields: [], questions };
  const screen = make(editedDesk({ editedWork: work, change, ...more }));
  return { screen, root: await shownScreen(screen), change };
};
const questions = (desk: Desk) => new PageQuestions(desk);
const places = (desk: Desk) => new PlaceEditor(desk);

it("the only field that tells people apart is not dropped, and that is said", async () => {
  const asked = { doubt: "values-only" as const, role: "cccd" as const, labels: ["CCCD"] };
  const { screen, root, change } = await shown(questions, [asked]);
  root.querySelector<HTMLButtonElement>(".quiet")?.click();
  await screen.updateComplete;
  expect(change).not.toHaveBeenCalled();
  expect(root.querySelector("[role=alert]")?.textContent).toContain("Cần ít nhất họ tên hoặc một mã");
});

it("codes for sex that are all left unknown are asked for again", async () => {
  const { screen, root, change } = await shown(questions, [{ ...sex, codes: ["0", "1"] }]);
  root.querySelector("form")?.requestSubmit();
  await screen.updateComplete;
  expect(change).not.toHaveBeenCalled();
  expect(root.querySelector("[role=alert]")?.textContent).toContain("ít nhất một mã");
});

it("codes that were not kept are pointed at again, or the field is dropped", async () => {
  const { root, change } = await shown(questions, [sex]);
  expect(root.querySelector("form")).toBeNull();
  expect(root.textContent).toContain("Chọn lại một ô giới tính");
  root.querySelector<HTMLButtonElement>(".quiet")?.click();
  expect(change.mock.calls[0]?.[0].questions).toEqual([]);
});

it("an answer takes the focus to the questions that are left", async () => {
  const { root } = await shown(questions, [gutter, sex]);
  root.querySelector<HTMLButtonElement>(".seen")?.click();
  await vi.waitFor(() => expect(root.activeElement?.localName).toBe("h3"));
});

it("a path that no profile holds is refused in words", async () => {
  const { screen, root, change } = await shown(places, []);
  const path = fieldIn(root, "#path");
  path.value = "";
  path.dispatchEvent(new Event("change"));
  await screen.updateComplete;
  expect(change).not.toHaveBeenCalled();
  expect(path.getAttribute("aria-invalid")).toBe("true");
  expect(root.querySelector("#path-fault")?.textContent).toContain("không nhận giá trị này");
});

it("another path does not answer where the marks stand; another edge does", async () => {
  const { root, change } = await shown(places, [gutter]);
  const path = fieldIn(root, "#path");
  path.value = "/ds/*";
  path.dispatchEvent(new Event("change"));
  expect(change.mock.calls[0]?.[0].questions).toEqual([gutter]);
  root.querySelectorAll<HTMLInputElement>("[name=gutter]")[1]?.click();
  expect(change.mock.calls[1]?.[0].questions).toEqual([]);
});

it.each<[string, DeskInput, string]>([
  ["what went wrong", { notice: "failed" }, "Không đọc được trang"],
  ["that the page was left", { left: true }, "Trang đã chuyển"],
])("the check says %s", async (_what, more, text) => {
  const { root } = await shown((desk) => new CheckScreen(desk), [], more);
  expect([...root.querySelectorAll(".notice")].at(-1)?.textContent).toContain(text);
});
