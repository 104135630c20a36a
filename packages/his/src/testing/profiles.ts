import { readSiteProfile } from "../profile/read-site-profile.ts";
import type { SiteProfile, SiteProfileInput } from "../profile/site-profile.ts";

type PageInput = SiteProfileInput["pages"][number];

/** A checked profile of the document's own origin. */
export const profileOf = (...pages: PageInput[]): SiteProfile => {
  const input: SiteProfileInput = {
    formatVersion: 1,
    id: "test",
    name: { vi: "Thử", en: "Test" },
    site: "site-01",
    origins: [location.origin],
    pages,
  };
  const read = readSiteProfile(input);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
};

export const tablePage = {
  id: "list",
  kind: "list",
  recognise: [{ selector: "#list" }],
  root: "#list",
  rows: { selector: "tbody > tr" },
  columns: { headers: "thead th", count: { min: 4, max: 4 } },
  scroller: "#scroller",
  gutter: { at: "column", header: "Ưu tiên" },
  fields: {
    identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }],
    name: { parts: [{ from: "text", header: "Họ tên" }] },
    birthDate: { parts: [{ from: "text", header: "Ngày sinh" }], formats: ["dd/MM/yyyy"] },
  },
} satisfies PageInput;

export interface Person {
  readonly cccd: string;
  readonly name: string;
  readonly born: string;
}

/** Synthetic people: province 003 does not exist. */
export const person = (index: number): Person => ({
  cccd: `0030${String(index).padStart(8, "0")}`,
  name: `Nguyễn Văn ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + (Math.floor(index / 26) % 26))}${String.fromCharCode(97 + (Math.floor(index / 676) % 26))}`,
  born: `${String(1 + (index % 28)).padStart(2, "0")}/0${1 + (index % 9)}/19${50 + (index % 40)}`,
});

export const rowHtml = ({ cccd, name, born }: Person): string =>
  `<tr style="height:24px"><td></td><td>${name}</td><td>${born}</td><td>${cccd}</td></tr>`;

export const tableHtml = (people: readonly Person[]): string => `
  <div id="list"><div id="scroller" style="height:300px;overflow:auto;position:relative">
  <table style="border-collapse:collapse"><thead><tr><th style="width:30px">Ưu tiên</th><th>Họ tên</th><th>Ngày sinh</th><th>CCCD</th></tr></thead>
  <tbody>${people.map(rowHtml).join("")}</tbody></table></div></div>`;
