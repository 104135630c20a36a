import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hospital, origins } from "../testing/edited-list.ts";
import { listPage } from "../testing/list-page.ts";
import { keepWorkbook, keptWorkbook } from "./kept-workbook.ts";
import { EMPTY_WORKBOOK, type Workbook } from "./workbook.ts";

const kept = vi.hoisted(() => {
  const area = () => {
    const values = new Map<string, unknown>();
    return {
      values,
      get: async (key: string) => (values.has(key) ? { [key]: values.get(key) } : {}),
      set: async (more: object) => {
        for (const [key, value] of Object.entries(more)) values.set(key, value);
      },
    };
  };
  return { session: area(), local: area() };
});
vi.mock("../../browser.ts", () => ({ browser: { storage: kept } }));
beforeEach(() => {
  kept.session.values.clear();
  kept.local.values.clear();
  vi.useFakeTimers({ now: new Date(2026, 10, 27, 9), toFake: ["Date"] });
});
afterEach(() => void vi.useRealTimers());

const page = listPage();
const HEADER = "Giới tính của người bệnh ".repeat(4).slice(0, 100);
const book: Workbook = {
  hospital,
  origins,
  pages: [
    {
      page,
      fields: [{ role: "sex", labels: [`${HEADER}Võ Đăng Khoa`, "Phái"], sure: false }],
      questions: [
        { doubt: "sex-codes", role: "sex", labels: [`${HEADER}003050000011`], codes: ["ma-nam", "ma-nu"] },
      ],
    },
  ],
};

it("codes that were seen, and all of a label but its first 100 characters, are not stored", () => {
  keepWorkbook(book);
  const stored = JSON.stringify([...kept.session.values.values()]);
  expect(stored).toContain(HEADER);
  for (const value of ["Võ Đăng Khoa", "003050000011", "ma-nam", "ma-nu", '"codes"'])
    expect(stored).not.toContain(value);
});

it("the rest of the draft comes back as it was", async () => {
  keepWorkbook(book);
  expect(await keptWorkbook()).toEqual({
    ...book,
    pages: [
      {
        page,
        fields: [{ role: "sex", labels: [HEADER, "Phái"], sure: false }],
        questions: [{ doubt: "sex-codes", role: "sex", labels: [HEADER] }],
      },
    ],
  });
});

it("what is no draft is none, and a new one is begun", async () => {
  kept.session.values.set("workbook", { hospital });
  expect(await keptWorkbook()).toEqual({
    ...EMPTY_WORKBOOK,
    hospital: { ...EMPTY_WORKBOOK.hospital, version: "2026.11.27.1" },
  });
});

describe("once the browser was closed", () => {
  const closed = async (...versions: readonly string[]): Promise<Workbook> => {
    for (const version of versions) keepWorkbook({ ...book, hospital: { ...hospital, version } });
    kept.session.values.clear();
    return keptWorkbook();
  };

  it.each([
    ["the same day's", "2026.11.27.1", "2026.11.27.2"],
    ["a day's before", "2026.11.26.4", "2026.11.27.1"],
    ["one that IT made up", "mau-a", "mau-a.1"],
  ])("a draft has a version above %s", async (_what, version, next) => {
    expect((await closed(version)).hospital.version).toBe(next);
  });

  it("what is half typed counts for nothing", async () => {
    expect((await closed("2026.11.27.5", "", "bản 6")).hospital.version).toBe("2026.11.27.6");
  });

  it("nothing else of the draft is there", async () => {
    expect(await closed("2026.11.27.1")).toEqual({
      ...EMPTY_WORKBOOK,
      hospital: { ...EMPTY_WORKBOOK.hospital, version: "2026.11.27.2" },
    });
    expect([...kept.local.values.entries()]).toEqual([["last-version", "2026.11.27.1"]]);
  });
});
