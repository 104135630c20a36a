import { DRAFT_MESSAGES, readPage } from "@cadre-care/his/draft";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { HospitalScreen } from "./hospital-screen.ts";
import { PageEditor } from "./page-editor.ts";
import { PageQuestions } from "./page-questions.ts";
import { PagesScreen } from "./pages-screen.ts";
import { PlaceEditor } from "./place-editor.ts";
import { SaveScreen } from "./save-screen.ts";
import type { Screen } from "./screen.ts";
import { type DeskInput, scriptedDesk } from "./scripted-desk.ts";

const page = readPage({
  id: "list",
  kind: "list",
  where: { path: "/ds", frame: "top" },
  recognise: [{ selector: "#ds" }],
  root: "#ds",
  rows: { selector: "tr" },
  columns: { headers: "th", count: { min: 3, max: 3 } },
  gutter: { at: "edge", edge: "left", inset: 0, width: 16 },
  fields: {
    identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }],
    name: { parts: [{ from: "text", header: "Họ và tên" }] },
    birthDate: { parts: [{ from: "text", header: "Sinh" }], formats: ["dd/MM/yyyy", "yyyy"] },
  },
});
if (page === undefined) throw new Error("no page");
const hospital = { id: "bv", site: "bv", vi: "Bệnh viện", en: "", version: "2026.11.27.1" };
const origins = ["https://his.example"];
const sexParts = [{ from: "text" as const, header: "Phái", optional: false }];
const work = {
  page,
  fields: [],
  questions: [
    { doubt: "dates-undecided" as const, role: "birth-date" as const, labels: ["Sinh"] },
    {
      doubt: "sex-codes" as const,
      role: "sex" as const,
      labels: ["Phái"],
      parts: sexParts,
      codes: ["0", "1"],
    },
    { doubt: "gutter" as const, labels: [] },
  ],
};
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

beforeAll(() => {
  for (const [name, screen] of [
    ["setup-hospital", HospitalScreen],
    ["setup-pages", PagesScreen],
    ["setup-page-editor", PageEditor],
    ["setup-questions", PageQuestions],
    ["setup-places", PlaceEditor],
    ["setup-save", SaveScreen],
  ] as const)
    customElements.define(name, screen);
});
afterEach(() => document.body.replaceChildren());

const shown = async (screen: Screen): Promise<ShadowRoot> => {
  document.body.append(screen);
  await screen.updateComplete;
  const root = screen.shadowRoot;
  if (root === null) throw new Error("nothing drawn");
  for (const part of root.querySelectorAll("setup-questions, setup-places"))
    await Reflect.get(part, "updateComplete");
  return root;
};
const edited = (more: DeskInput = {}) =>
  scriptedDesk({
    book: { hospital, origins, pages: [work] },
    edited: "list",
    editedWork: work,
    looks,
    ...more,
  });

const found = {
  frameId: 3,
  origin: "https://his.example",
  path: "/ds",
  nested: true,
  kind: "list" as const,
  work,
  questions: work.questions,
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
  await shown(screen);
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
    const root = await shown(
      new PagesScreen(scriptedDesk({ state: { kind: "ready", origin: "https://his.example" }, notice })),
    );
    expect(root.querySelector(".notice")?.textContent).toContain(text);
  });

  it("a permission is asked for in the click itself", async () => {
    const allow = vi.fn();
    const root = await shown(
      new PagesScreen(scriptedDesk({ state: { kind: "ask", origin: "https://his.example" }, allow })),
    );
    root.querySelector<HTMLButtonElement>("button.primary")?.click();
    expect(allow).toHaveBeenCalledWith("https://his.example");
  });

  it("an address that is none is not asked for", async () => {
    const allow = vi.fn();
    const root = await shown(new PagesScreen(scriptedDesk({ allow })));
    const field = root.querySelector("input");
    if (field === null) throw new Error("no field");
    field.value = "chrome://settings";
    root.querySelector("form")?.requestSubmit();
    expect(allow).not.toHaveBeenCalled();
  });
});

describe("what was found on the page", () => {
  const ready = { kind: "ready" as const, origin: "https://his.example" };
  const cards = async (input: DeskInput): Promise<Element | null> =>
    (await shown(new PagesScreen(scriptedDesk({ state: ready, ...input })))).querySelector(".found");
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
    const root = await shown(new PageEditor(edited()));
    expect(root.querySelector("[data-role=cccd]")?.textContent).toMatch(/Cột “CCCD”[\s\S]*003050000011/u);
    expect([...root.querySelectorAll("[data-rung]")].map((chip) => chip.getAttribute("data-rung"))).toEqual([
      "cccd",
      "none",
    ]);
  });

  it("takes the answer to a question, and asks it no more", async () => {
    const change = vi.fn().mockResolvedValue(undefined);
    const root = await shown(new PageQuestions(edited({ change })));
    root.querySelectorAll<HTMLButtonElement>("[data-doubt=dates-undecided] button")[1]?.click();
    expect(change.mock.calls[0]?.[0].page.fields.birthDate.formats).toEqual(["MM/dd/yyyy", "yyyy"]);
    expect(change.mock.calls[0]?.[0].questions).toHaveLength(2);
  });

  it("takes codes for sex as IT says them", async () => {
    const change = vi.fn().mockResolvedValue(undefined);
    const root = await shown(new PageQuestions(edited({ change })));
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

describe("what to save", () => {
  const save = async (questions: typeof work.questions): Promise<ShadowRoot> => {
    const asked = { ...work, questions };
    return shown(new SaveScreen(edited({ book: { hospital, origins, pages: [asked] } })));
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
  afterEach(() => vi.restoreAllMocks());

  it("is held back while day and month could be either way round, and says so", async () => {
    const { names } = downloads();
    const root = await save(work.questions);
    expect(root.querySelector("#open-questions")?.textContent).toMatch(
      /Còn 3 câu hỏi[\s\S]*ngày đứng trước/u,
    );
    press(root);
    expect(names).toEqual([]);
  });

  it("is handed out with lesser questions, which are counted", async () => {
    const { names } = downloads();
    const root = await save(work.questions.slice(2));
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
    const screen = new SaveScreen(edited({ book: { hospital, origins, pages: [work] }, notice }));
    const root = await shown(screen);
    root.querySelector<HTMLButtonElement>("[data-save=fixture]")?.click();
    await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).toContain(text));
  });

  it("a draft begun anew has a version above the one before", async () => {
    const keep = vi.fn();
    const future = { ...hospital, version: "2999.1.1.9" };
    const root = await shown(
      new SaveScreen(edited({ book: { hospital: future, origins, pages: [work] }, keep })),
    );
    [...root.querySelectorAll("button")].at(-1)?.click();
    await vi.waitFor(() => expect(root.querySelectorAll("button.small")).toHaveLength(3));
    root.querySelectorAll<HTMLButtonElement>("button.small")[1]?.click();
    expect(keep.mock.calls[0]?.[0].hospital.version).toBe("2999.1.1.10");
  });
});

describe("the hospital's addresses", () => {
  const typed = async (address: string) => {
    const keep = vi.fn();
    const screen = new HospitalScreen(edited({ keep }));
    const root = await shown(screen);
    const field = root.querySelector<HTMLInputElement>("#origin");
    if (field === null) throw new Error("no field");
    field.value = address;
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
