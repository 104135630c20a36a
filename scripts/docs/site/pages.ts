import type { Part } from "../guide/sections.ts";
import type { Language, Said } from "./language.ts";

/** The kinds of user by which the pages are sorted. */
export const GROUPS = {
  reception: { vi: "Tiếp đón", en: "Reception" },
  doctor: { vi: "Bác sĩ", en: "Doctor" },
  it: { vi: "Công nghệ thông tin", en: "IT" },
  operator: { vi: "Người vận hành máy chủ", en: "Board operator" },
  code: { vi: "Người viết mã", en: "Developer" },
  trust: { vi: "Đối chiếu, kiểm chứng", en: "What holds, what does not" },
} satisfies Readonly<Record<string, Said>>;
export type Group = keyof typeof GROUPS;

/** Which file, or part of one, a page shows in a language. */
export interface Source extends Part {
  readonly file: string;
}

export interface SitePage {
  /** The page's address without `.html`. */
  readonly name: string;
  readonly group?: Group;
  readonly title: Said;
  readonly sources: Readonly<Partial<Record<Language, Source>>>;
  /** Made by the site beside what the file says. */
  readonly adds?: "start" | "live" | "elements";
}

const both = (file: string): SitePage["sources"] => ({ vi: { file }, en: { file } });

export const PAGES: readonly SitePage[] = [
  {
    name: "index",
    title: { vi: "Cadre Care", en: "Cadre Care" },
    sources: {
      vi: { file: "README.md", only: "tiếng-việt" },
      en: { file: "README.md", without: ["tiếng-việt"] },
    },
    adds: "start",
  },
  {
    name: "le-tan",
    group: "reception",
    title: { vi: "Làm ở quầy tiếp đón", en: "At the reception desk" },
    sources: { vi: { file: "docs/le-tan.md" } },
  },
  {
    name: "bac-si",
    group: "doctor",
    title: { vi: "Khám và chuyển người bệnh", en: "Exam and referral" },
    sources: { vi: { file: "docs/bac-si.md" } },
  },
  {
    name: "it",
    group: "it",
    title: { vi: "Từ thử nghiệm đến cổng riêng", en: "From a trial to your own portal" },
    sources: { vi: { file: "docs/bo-phan-cntt.md" }, en: { file: "docs/it.md" } },
  },
  {
    name: "ho-so-trang",
    group: "it",
    title: { vi: "Soạn hồ sơ trang", en: "Drafting a site profile" },
    sources: { vi: { file: "docs/ho-so-trang.md" }, en: { file: "docs/site-profile-guide.md" } },
  },
  {
    name: "trien-khai",
    group: "it",
    title: { vi: "Triển khai, cập nhật", en: "Roll-out, updates, signing" },
    sources: { vi: { file: "docs/trien-khai.md" }, en: { file: "docs/roll-out.md" } },
  },
  {
    name: "his-fixtures",
    group: "it",
    title: { vi: "Các trang HIS mẫu", en: "HIS pages to try with" },
    sources: { en: { file: "docs/his-fixtures.md" } },
  },
  {
    name: "board-operator",
    group: "operator",
    title: { vi: "Hỏi một máy chủ", en: "Ask a server" },
    sources: {
      vi: { file: "docs/board-operator.md", without: ["english"] },
      en: { file: "docs/board-operator.md", without: ["tiếng-việt"] },
    },
  },
  {
    name: "reference-board",
    group: "operator",
    title: { vi: "Máy chủ tham chiếu", en: "The reference board" },
    sources: { en: { file: "packages/board-api/README.md" } },
  },
  {
    name: "fhir-profile",
    group: "operator",
    title: { vi: "Những gì gửi qua FHIR", en: "What is sent by FHIR" },
    sources: { en: { file: "docs/fhir-profile.md" } },
  },
  {
    name: "vault-states",
    group: "operator",
    title: { vi: "Khóa, người dùng, máy", en: "Keys, users, machines" },
    sources: { en: { file: "docs/vault-states.md" } },
  },
  {
    name: "live",
    group: "code",
    title: { vi: "Xem thành phần chạy thật", en: "Live elements" },
    sources: both("docs/live.md"),
    adds: "live",
  },
  {
    name: "elements",
    group: "code",
    title: { vi: "Tra cứu thành phần", en: "Element reference" },
    sources: both("docs/elements.md"),
    adds: "elements",
  },
  {
    name: "forms-engine",
    group: "code",
    title: { vi: "Bộ máy biểu mẫu", en: "The form engine" },
    sources: { en: { file: "packages/forms/README.md" } },
  },
  {
    name: "contributing",
    group: "code",
    title: { vi: "Làm việc với mã nguồn", en: "Working on the code" },
    sources: { en: { file: "CONTRIBUTING.md" } },
  },
  {
    name: "threat-model",
    group: "trust",
    title: { vi: "Mô hình rủi ro", en: "Threat model" },
    sources: { en: { file: "docs/threat-model.md" } },
  },
  {
    name: "vault",
    group: "trust",
    title: { vi: "Kho dữ liệu hứa điều gì", en: "What the vault promises" },
    sources: { en: { file: "docs/vault.md" } },
  },
  {
    name: "forms-conformance",
    group: "trust",
    title: { vi: "Biểu mẫu FHIR: làm được gì", en: "Forms: conformance" },
    sources: { en: { file: "docs/forms-conformance.md" } },
  },
  {
    name: "benchmarks",
    group: "trust",
    title: { vi: "Số đo và mục tiêu", en: "Measured, beside the aims" },
    sources: both("docs/benchmarks.md"),
  },
  {
    name: "unverified",
    group: "trust",
    title: { vi: "Điều chưa kiểm chứng", en: "What is not verified" },
    sources: { en: { file: "docs/unverified.md" } },
  },
];

/** What a page shows in a language, and in which language that is. */
export const shownIn = (
  page: SitePage,
  language: Language,
): { readonly source: Source; readonly in: Language } => {
  const own = page.sources[language];
  if (own !== undefined) return { source: own, in: language };
  const other: Language = language === "vi" ? "en" : "vi";
  const source = page.sources[other];
  if (source === undefined) throw new Error(`the page ${page.name} has no source`);
  return { source, in: other };
};

/** Where a page stands, from the root of the site. */
export const addressOf = ({ name }: SitePage, language: Language): string =>
  language === "vi" ? `${name}.html` : `en/${name}.html`;
