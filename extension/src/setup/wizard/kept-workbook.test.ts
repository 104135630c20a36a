import { beforeEach, expect, it, vi } from "vitest";
import { hospital, origins } from "../testing/edited-list.ts";
import { listPage } from "../testing/list-page.ts";
import { keepWorkbook, keptWorkbook } from "./kept-workbook.ts";
import { EMPTY_WORKBOOK, type Workbook } from "./workbook.ts";

const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock("../../browser.ts", () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) session.set(key, value);
        },
      },
    },
  },
}));
beforeEach(() => session.clear());

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
  const stored = JSON.stringify([...session.values()]);
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
  session.set("workbook", { hospital });
  expect(await keptWorkbook()).toEqual({
    ...EMPTY_WORKBOOK,
    hospital: { ...EMPTY_WORKBOOK.hospital, version: expect.stringMatching(/^\d{4}\.\d+\.\d+\.1$/) },
  });
});
