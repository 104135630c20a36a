import { DRAFT_MESSAGES } from "@cadre-care/his/draft";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { editedDesk, listWork, origins } from "../testing/edited-list.ts";
import { listPage } from "../testing/list-page.ts";
import { type DeskInput, scriptedDesk } from "../testing/scripted-desk.ts";
import { fieldIn, shownScreen } from "../testing/shown-screen.ts";
import { defineScreens } from "./define-screens.ts";
import { HospitalScreen } from "./hospital-screen.ts";
import { PageEditor } from "./page-editor.ts";
import { PageQuestions } from "./page-questions.ts";
import { PagesScreen } from "./pages-screen.ts";
import { SaveScreen } from "./save-screen.ts";
import type { Screen } from "./screen.ts";

const looks = new Map([
  [
    "list",
    {
      said: "look" as const,
      id: 1,
      frameId: 0,
      look: {
        state: "shown" as const,
        count: 2,
        problems: [],
        subjects: [
          {
            identity: {
              identifiers: [{ kind: "cccd" as const, value: "003050000011" }],
              name: "Võ Đăng Khoa",
            },
            emergency: true,
          },
          { identity: { identifiers: [], name: "Lê Mai" }, emergency: false },
        ],
      },
    },
  ],
]);

beforeAll(defineScreens);
afterEach(() => document.body.replaceChildren());

const edited = (more: DeskInput = {}) => editedDesk({ looks, ...more });

const found = {
  frameId: 3,
  origin: "https://his.example",
  path: "/ds",
  nested: true,
  kind: "list" as const,
  work: listWork,
  questions: listWork.questions,
};

it.each<[string, () => Screen]>([
  ["the hospital", () => new HospitalScreen(edited())],
  ["a tab of an unknown address", () => new PagesScreen(scriptedDesk({}))],
  ["a tab that nobody may read", () => new PagesScreen(scriptedDesk({ state: { kind: "unreadable" } }))],
  [
    "a tab that must be allowed",
    () => new PagesScreen(scriptedDesk({ state: { kind: "ask", origin: "https://his.example" } })),
  ],
  [
    "what was found in a frame",
    () =>
      new PagesScreen(
        edited({
          edited: undefined,
          state: { kind: "ready", origin: "https://his.example" },
          found: [found],
        }),
      ),
  ],
  [
    "what was found and cannot be used",
    () =>
      new PagesScreen(
        scriptedDesk({
          state: { kind: "ready", origin: "https://his.example" },
          found: [{ ...found, work: undefined }],
        }),
      ),
  ],
  ["a page that is worked on", () => new PageEditor(edited())],
  ["what to save", () => new SaveScreen(edited())],
])("the screen of %s has nothing against it", async (_what, make) => {
  const screen = make();
  await shownScreen(screen);
  const report = await axe.run(screen);
  expect(report.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(report.passes.length).toBeGreaterThan(0);
});

describe("states of the open tab", () => {
  it.each([
    ["nothing", "Không thấy danh sách"],
    ["denied", "Chưa được cho phép"],
    ["failed", "Không đọc được trang"],
    ["silent", "Trang không trả lời sau 10 giây"],
  ] as const)("%s is said in words", async (notice, text) => {
    const root = await shownScreen(
      new PagesScreen(scriptedDesk({ state: { kind: "ready", origin: "https://his.example" }, notice })),
    );
    expect(root.querySelector(".notice")?.textContent).toContain(text);
  });

  it("a permission is asked for in the click itself", async () => {
    const allow = vi.fn();
    const root = await shownScreen(
      new PagesScreen(scriptedDesk({ state: { kind: "ask", origin: "https://his.example" }, allow })),
    );
    root.querySelector<HTMLButtonElement>("button.primary")?.click();
    expect(allow).toHaveBeenCalledWith("https://his.example");
  });

  it("an address that is none is not asked for", async () => {
    const allow = vi.fn();
    const root = await shownScreen(new PagesScreen(scriptedDesk({ allow })));
    fieldIn(root, "input").value = "chrome://settings";
    root.querySelector("form")?.requestSubmit();
    expect(allow).not.toHaveBeenCalled();
  });
});

describe("what was found on the page", () => {
  const ready = { kind: "ready" as const, origin: "https://his.example" };
  const cards = async (input: DeskInput): Promise<Element | null> =>
    (await shownScreen(new PagesScreen(scriptedDesk({ state: ready, ...input })))).querySelector(".found");
  const unusable = { ...found, work: undefined };

  it.each([
    ["vi", "Ngày sinh", "Giới tính"],
    ["en", "Birth date", "Sex"],
  ] as const)("lists in %s why nobody could be told apart by it", async (language, ...names) => {
    const root = await cards({ found: [unusable], language });
    const asked = [...(root?.querySelectorAll("[data-doubt]") ?? [])];
    expect(asked.map((one) => one.querySelector("strong")?.textContent)).toEqual(names);
    expect(asked.map((one) => one.querySelector("p")?.textContent)).toEqual([
      DRAFT_MESSAGES["dates-undecided"][language],
      DRAFT_MESSAGES["sex-codes"][language],
    ]);
  });

  it("leaves questions of what can be taken to the page's own screen", async () => {
    const root = await cards({ found: [found] });
    expect(root?.querySelectorAll("li")).toHaveLength(1);
  });
});

describe("a page that is worked on", () => {
  it("shows each field's place, what it reads, and how far each row can be compared", async () => {
    const root = await shownScreen(new PageEditor(edited()));
    expect(root.querySelector("[data-role=cccd]")?.textContent).toMatch(/Cột “CCCD”[\s\S]*003050000011/u);
    expect([...root.querySelectorAll("[data-rung]")].map((chip) => chip.getAttribute("data-rung"))).toEqual([
      "cccd",
      "none",
    ]);
  });

  it("takes the answer to a question, and asks it no more", async () => {
    const change = vi.fn().mockResolvedValue(undefined);
    const root = await shownScreen(new PageQuestions(edited({ change })));
    root.querySelectorAll<HTMLButtonElement>("[data-doubt=dates-undecided] button")[1]?.click();
    expect(change.mock.calls[0]?.[0].page.fields.birthDate.formats).toEqual(["MM/dd/yyyy", "yyyy"]);
    expect(change.mock.calls[0]?.[0].questions).toHaveLength(2);
  });

  it("takes codes for sex as IT says them", async () => {
    const change = vi.fn().mockResolvedValue(undefined);
    const root = await shownScreen(new PageQuestions(edited({ change })));
    const [zero, one] = root.querySelectorAll<HTMLSelectElement>("[data-doubt=sex-codes] select");
    if (zero === undefined || one === undefined) throw new Error("no choices");
    zero.value = "male";
    one.value = "female";
    root.querySelector<HTMLFormElement>("[data-doubt=sex-codes] form")?.requestSubmit();
    expect(change.mock.calls[0]?.[0].page.fields.sex.codes).toEqual([
      { text: "0", sex: "male" },
      { text: "1", sex: "female" },
    ]);
  });
});

describe("the hospital's addresses", () => {
  const typed = async (address: string) => {
    const keep = vi.fn();
    const screen = new HospitalScreen(edited({ keep }));
    const root = await shownScreen(screen);
    fieldIn(root, "#origin").value = address;
    root.querySelector("form")?.requestSubmit();
    await screen.updateComplete;
    return { keep, root };
  };

  it("are added by hand, as origins", async () => {
    const { keep } = await typed(" https://Portal.example:8443/vao?x=1 ");
    expect(keep.mock.calls[0]?.[0].origins).toEqual([...origins, "https://portal.example:8443"]);
  });

  it("are not taken where they are none", async () => {
    const { keep, root } = await typed("portal.example");
    expect(keep).not.toHaveBeenCalled();
    expect(root.querySelector("#origin-fault")?.textContent).toContain("http");
  });
});

it("the form for another address stands clear of what is above it", async () => {
  const root = await shownScreen(new HospitalScreen(edited()));
  const hint = root.querySelector("section .soft")?.getBoundingClientRect();
  const form = root.querySelector("section form")?.getBoundingClientRect();
  expect((form?.top ?? 0) - (hint?.bottom ?? 0)).toBeGreaterThanOrEqual(8);
});

describe("what was corrected is not lost by one click", () => {
  const pressed = async (screen: PagesScreen, root: ShadowRoot, label: string): Promise<void> => {
    const button = [...root.querySelectorAll("button")].find(
      ({ textContent }) => textContent?.trim() === label,
    );
    if (button === undefined) throw new Error(`no button ${label}`);
    button.click();
    await screen.updateComplete;
  };

  it("a found page takes the place of one that is there after a question", async () => {
    const take = vi.fn(async () => undefined);
    const screen = new PagesScreen(edited({ edited: undefined, found: [found], take }));
    const root = await shownScreen(screen);
    await pressed(screen, root, "Thay trang đã có");
    expect(take).not.toHaveBeenCalled();
    expect(root.textContent).toContain("Những chỗ đã sửa ở trang đó sẽ mất");
    expect((await axe.run(screen)).violations).toEqual([]);
    await pressed(screen, root, "Không");
    expect(root.querySelector(".sure")).toBeNull();
    await pressed(screen, root, "Thay trang đã có");
    await pressed(screen, root, "Thay");
    expect(take).toHaveBeenCalledWith(found);
    expect(root.querySelector(".sure")).toBeNull();
  });

  it("a page leaves the profile after a question", async () => {
    const keep = vi.fn();
    const screen = new PagesScreen(edited({ edited: undefined, keep }));
    const root = await shownScreen(screen);
    await pressed(screen, root, "Bỏ");
    expect(keep).not.toHaveBeenCalled();
    await pressed(screen, root, "Xóa");
    expect(keep).toHaveBeenCalledWith(expect.objectContaining({ pages: [] }));
  });
});

it("says that the other sex is still to be said, as long as words or codes of one alone are known", async () => {
  const sexIn = async (codes: readonly { readonly text: string; readonly sex: "male" | "female" }[]) => {
    const page = listPage({
      columns: { headers: "th", count: { min: 3, max: 3 } },
      fields: {
        identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }],
        sex: { parts: [{ from: "text", header: "Phái" }], codes: [...codes] },
      },
    });
    const root = await shownScreen(new PageEditor(edited({ editedWork: { ...listWork, page } })));
    return root.querySelector("[data-role=sex]")?.textContent?.replace(/\s+/gu, " ") ?? "";
  };
  expect(await sexIn([{ text: "1", sex: "female" }])).toContain(
    "của giới nữ. Khi chính trang này hiện người bệnh nam",
  );
  expect(await sexIn([{ text: "0", sex: "male" }])).toContain(
    "của giới nam. Khi chính trang này hiện người bệnh nữ",
  );
  const both = await sexIn([
    { text: "0", sex: "male" },
    { text: "1", sex: "female" },
  ]);
  expect(both).toContain("Giới tính");
  expect(both).not.toContain("Mới khai");
});

it("counts a free column that has no header, and shows no selector for it", async () => {
  const page = listPage({ gutter: { at: "column", cell: ":scope > :nth-child(2)" } });
  const root = await shownScreen(new PageEditor(edited({ editedWork: { ...listWork, page } })));
  const places = root.querySelector("setup-places")?.shadowRoot?.querySelector(".gutter");
  expect(places?.textContent).toContain("cột thứ 2");
  expect(places?.textContent).not.toContain(":nth-child");
});
