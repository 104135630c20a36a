import type { Guide, Sample } from "../guide/guide.ts";
import type { DocsProblem } from "../guide/problem.ts";
import { PAGES, type SitePage } from "../site/pages.ts";

/** The two guides of a page that has one in each language. */
const pairsOf = (pages: readonly SitePage[]): readonly (readonly [vi: string, en: string])[] =>
  pages.flatMap(({ sources: { vi, en } }) =>
    vi === undefined || en === undefined || vi.file === en.file ? [] : [[vi.file, en.file] as const],
  );

/** Commands are written with words of the reader's language; everything else is the same sample in both. */
const isCode = ({ language }: Sample): boolean => language !== "" && language !== "text";

const difference = (
  vi: Guide,
  en: Guide,
): { readonly line: number; readonly message: string } | undefined => {
  const [own, other] = [vi.samples.filter(isCode), en.samples.filter(isCode)];
  for (const [index, sample] of own.entries()) {
    const { code, line } = other[index] ?? {};
    if (code !== sample.code)
      return {
        line: sample.line,
        message: `not the sample of ${en.file}${line === undefined ? "" : `:${line}`}`,
      };
  }
  const missing = other[own.length];
  return missing && { line: 1, message: `without the sample of ${en.file}:${missing.line}` };
};

/** Vietnamese guides whose samples are not those of the English one, in its order: one was changed, the other forgotten. */
export const translationProblems = (
  guides: readonly Guide[],
  pages: readonly SitePage[] = PAGES,
): DocsProblem[] =>
  pairsOf(pages).flatMap(([viFile, enFile]) => {
    const vi = guides.find(({ file }) => file === viFile);
    const en = guides.find(({ file }) => file === enFile);
    if (vi === undefined || en === undefined) return [];
    const found = difference(vi, en);
    return found === undefined ? [] : [{ file: viFile, ...found }];
  });
