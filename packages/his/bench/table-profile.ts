import type { SiteProfileInput } from "../src/index.ts";
import { readSiteProfile, type SiteProfile } from "../src/index.ts";

const text = (header: string) => [{ from: "text" as const, header }];

/** The profile of the plain table that table-page.ts draws. `path`: where the table is said to be. */
export const tableProfile = (origin: string, path = "*"): SiteProfile => {
  const input: SiteProfileInput = {
    formatVersion: 1,
    id: "bench",
    name: { vi: "Đo", en: "Bench" },
    site: "site-01",
    origins: [origin],
    pages: [
      {
        id: "list",
        kind: "list",
        where: { path },
        recognise: [{ selector: "#list" }],
        root: "#list",
        rows: { selector: "tbody > tr" },
        columns: { headers: "thead th", count: { min: 8, max: 8 } },
        scroller: "#scroller",
        gutter: { at: "column", header: "Ưu tiên" },
        fields: {
          identifiers: [
            { kind: "cccd", parts: text("CCCD") },
            { kind: "bhyt", parts: text("BHYT") },
          ],
          name: { parts: text("Họ tên") },
          birthDate: { parts: text("Ngày sinh"), formats: ["dd/MM/yyyy"] },
          sex: {
            parts: text("Giới"),
            codes: [
              { text: "Nam", sex: "male" },
              { text: "Nữ", sex: "female" },
            ],
          },
        },
      },
    ],
  };
  const read = readSiteProfile(input);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
};
