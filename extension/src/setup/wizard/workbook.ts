import { compareVersions, failure, type Result } from "@cadre-care/domain";
import { readSiteProfile, type SiteProfile, siteProfileSchema } from "@cadre-care/his";
import type { DraftQuestion, PageWork, ProfilePage } from "@cadre-care/his/draft";

export interface Hospital {
  readonly id: string;
  readonly site: string;
  readonly vi: string;
  readonly en: string;
  /** Tells one correction of the profile from another: in problems that are reported, and in what a policy switches off. */
  readonly version: string;
}

/** A profile in the making. */
export interface Workbook {
  readonly hospital: Hospital;
  readonly origins: readonly string[];
  /** As an opened profile says it; a draft leaves it at what the product does by itself. */
  readonly panel?: SiteProfile["panel"];
  readonly pages: readonly PageWork[];
}

export const EMPTY_WORKBOOK: Workbook = {
  hospital: { id: "", site: "", vi: "", en: "", version: "" },
  origins: [],
  pages: [],
};

/** Questions that nobody has answered yet, on all pages. */
export const openQuestions = (book: Workbook): readonly DraftQuestion[] =>
  book.pages.flatMap(({ questions }) => questions);

/** Doubts under which a profile would take one person for another: it is not handed out before they are answered. */
const HOLDING_DOUBTS = ["dates-undecided", "half-a-name"] as const;

/** Which of them are open. */
export const holdingDoubts = (book: Workbook): readonly (typeof HOLDING_DOUBTS)[number][] =>
  HOLDING_DOUBTS.filter((doubt) => openQuestions(book).some((question) => question.doubt === doubt));

export const isVersion = (text: string): boolean => siteProfileSchema.shape.version.safeParse(text).success;

/** A version above the one before: the day and a counter (2026.11.27.1), or the one before raised where that is not above it. */
export const nextVersion = (before: string, now: Date): string => {
  const first = `${now.getFullYear()}.${now.getMonth() + 1}.${now.getDate()}.1`;
  if (!isVersion(before) || compareVersions(first, before) > 0) return first;
  const [, start = `${before}.`, last = "0"] = /^(.*?)(\d{1,15})$/.exec(before) ?? [];
  return `${start}${Number(last) + 1}`;
};

/** Nothing but the version after the one before. */
export const newWorkbook = (before: string, now: Date): Workbook => ({
  ...EMPTY_WORKBOOK,
  hospital: { ...EMPTY_WORKBOOK.hospital, version: nextVersion(before, now) },
});

export const isCode = (text: string): boolean => siteProfileSchema.shape.id.safeParse(text).success;

/** The profile as the product would read it, or why it would not. */
export const profileOf = ({ hospital, origins, panel, pages }: Workbook): Result<SiteProfile> => {
  if (pages.length === 0)
    return failure("profile-invalid", {
      vi: "Hồ sơ chưa có trang nào. Đọc một trang ở bước “Trang”.",
      en: "The profile has no page yet. Read one in the step “Pages”.",
    });
  if (hospital.vi.trim() === "" || !isCode(hospital.id) || !isCode(hospital.site))
    return failure("profile-invalid", {
      vi: "Chưa ghi đủ tên, mã hồ sơ hoặc mã cơ sở. Xem bước “Bệnh viện”.",
      en: "Name, profile code or site code is missing. See the step “Hospital”.",
    });
  if (!isVersion(hospital.version))
    return failure("profile-invalid", {
      vi: "Phiên bản chỉ gồm chữ không dấu, số, dấu chấm và gạch nối. Xem bước “Bệnh viện”.",
      en: "A version is letters, digits, dots and hyphens. See the step “Hospital”.",
    });
  return readSiteProfile({
    formatVersion: 1,
    id: hospital.id,
    version: hospital.version,
    name: { vi: hospital.vi.trim(), en: hospital.en.trim() || hospital.vi.trim() },
    site: hospital.site,
    origins: [...origins],
    ...(panel !== undefined && { panel }),
    pages: pages.map(({ page }) => page),
  });
};

const freeId = (kind: ProfilePage["kind"], taken: readonly string[]): string => {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? kind : `${kind}-${number}`;
    if (!taken.includes(id)) return id;
  }
};

/** The page that this one would take the place of: of the same kind, at the same place. */
export const sameKindOfPage = (book: Workbook, page: ProfilePage): PageWork | undefined =>
  book.pages.find(
    (known) =>
      known.page.kind === page.kind &&
      known.page.where.path === page.where.path &&
      known.page.where.hash === page.where.hash &&
      known.page.where.frame === page.where.frame,
  );

/**
 * Adds a page under an id of its own, or puts it in the place of the one that it repeats. `origins`: of its document and
 * of those around it, for marks are framed by all of them, and load in a profile's own origins alone.
 */
export const withPage = (
  book: Workbook,
  work: PageWork,
  origins: readonly string[],
): { book: Workbook; id: string } => {
  const known = sameKindOfPage(book, work.page);
  const id =
    known?.page.id ??
    freeId(
      work.page.kind,
      book.pages.map(({ page }) => page.id),
    );
  const added = { ...work, page: { ...work.page, id } };
  return {
    id,
    book: {
      ...book,
      origins: [...new Set([...book.origins, ...origins])],
      pages:
        known === undefined
          ? [...book.pages, added]
          : book.pages.map((other) => (other === known ? added : other)),
    },
  };
};

/** One page changed; undefined takes it out. */
export const changedPage = (book: Workbook, id: string, work: PageWork | undefined): Workbook => ({
  ...book,
  pages: book.pages.flatMap((known) => (known.page.id !== id ? [known] : work === undefined ? [] : [work])),
});

/** One page under another id, which those that it is a part of name too. */
export const renamedPage = (book: Workbook, from: string, to: string): Workbook => ({
  ...book,
  pages: book.pages.map((work) => {
    const { page } = work;
    const renamed = page.id === from ? { ...page, id: to } : page;
    if (renamed.kind !== "patient" || renamed.joins === undefined) return { ...work, page: renamed };
    const pages = renamed.joins.pages.map((id) => (id === from ? to : id));
    return { ...work, page: { ...renamed, joins: { ...renamed.joins, pages } } };
  }),
});
