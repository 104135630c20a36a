import type { PageWork } from "@cadre-care/his/draft";
import type { Hospital } from "../wizard/workbook.ts";
import { listPage } from "./list-page.ts";
import { type DeskInput, scriptedDesk } from "./scripted-desk.ts";

export const hospital: Hospital = {
  id: "bv",
  site: "bv",
  vi: "Bệnh viện",
  en: "",
  version: "2026.11.27.1",
};
export const origins = ["https://his.example"];

/** Of a list with columns: how dates and sex are written, and where marks stand. */
export const questions = [
  { doubt: "dates-undecided", role: "birth-date", labels: ["Sinh"] },
  {
    doubt: "sex-codes",
    role: "sex",
    labels: ["Phái"],
    parts: [{ from: "text", header: "Phái", optional: false }],
    codes: ["0", "1"],
  },
  { doubt: "gutter", labels: [] },
] as const satisfies PageWork["questions"];

/** A list that is worked on, with all these questions open. */
export const listWork: PageWork = {
  page: listPage({
    columns: { headers: "th", count: { min: 3, max: 3 } },
    fields: {
      identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }],
      name: { parts: [{ from: "text", header: "Họ và tên" }] },
      birthDate: { parts: [{ from: "text", header: "Sinh" }], formats: ["dd/MM/yyyy", "yyyy"] },
    },
  }),
  fields: [],
  questions,
};

/** A desk on which the list is worked on. */
export const editedDesk = (more: DeskInput = {}): ReturnType<typeof scriptedDesk> =>
  scriptedDesk({
    book: { hospital, origins, pages: [listWork] },
    edited: "list",
    editedWork: listWork,
    ...more,
  });
