import type { PageWork } from "@cadre-care/his/draft";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { editedDesk, hospital, listWork, origins, questions } from "../testing/edited-list.ts";
import { shownScreen } from "../testing/shown-screen.ts";
import { defineScreens } from "./define-screens.ts";
import { SaveScreen } from "./save-screen.ts";

beforeAll(defineScreens);
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const save = async (asked: PageWork["questions"]): Promise<ShadowRoot> => {
  const work = { ...listWork, questions: asked };
  return shownScreen(new SaveScreen(editedDesk({ book: { hospital, origins, pages: [work] } })));
};
const downloads = (): { readonly names: readonly string[] } => {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return { names };
};
const press = (root: ShadowRoot): void => {
  for (const name of ["profile", "library"])
    root.querySelector<HTMLButtonElement>(`[data-save=${name}]`)?.click();
};

it("is held back while day and month could be either way round, and says so", async () => {
  const { names } = downloads();
  const root = await save(questions);
  expect(root.querySelector("#open-questions")?.textContent).toMatch(/Còn 3 câu hỏi[\s\S]*ngày đứng trước/u);
  press(root);
  expect(names).toEqual([]);
});

it("is handed out with lesser questions, which are counted", async () => {
  const { names } = downloads();
  const root = await save(questions.slice(2));
  expect(root.querySelector("#open-questions")?.textContent).toContain("Còn 1 câu hỏi");
  press(root);
  expect(names).toEqual(["site-profile.json", "site-profile-library.json"]);
});

it("says nothing of questions where none is open, and states the profile's version", async () => {
  const root = await save([]);
  expect(root.querySelector("#open-questions")).toBeNull();
  expect(root.querySelector("pre")?.textContent).toContain('"version": "2026.11.27.1"');
});

it.each([
  [undefined, "Trang đã chuyển"],
  ["silent", "Trang không trả lời"],
] as const)("says why there is no page for tests (%s)", async (notice, text) => {
  const screen = new SaveScreen(editedDesk({ book: { hospital, origins, pages: [listWork] }, notice }));
  const root = await shownScreen(screen);
  root.querySelector<HTMLButtonElement>("[data-save=fixture]")?.click();
  await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).toContain(text));
});

it("a draft begun anew has a version above the one before", async () => {
  const keep = vi.fn();
  const future = { ...hospital, version: "2999.1.1.9" };
  const root = await shownScreen(
    new SaveScreen(editedDesk({ book: { hospital: future, origins, pages: [listWork] }, keep })),
  );
  [...root.querySelectorAll("button")].at(-1)?.click();
  await vi.waitFor(() => expect(root.querySelectorAll("button.small")).toHaveLength(3));
  root.querySelectorAll<HTMLButtonElement>("button.small")[1]?.click();
  expect(keep.mock.calls[0]?.[0].hospital.version).toBe("2999.1.1.10");
});
