import { readPage } from "@cadre-care/his/draft";
import { z } from "zod/mini";
import { browser } from "../../browser.ts";
import { draftedField, draftQuestion } from "../draft-schemas.ts";
import { isVersion, newWorkbook, type Workbook } from "./workbook.ts";

const KEY = "workbook";
/** The last draft's version, and nothing else of it. */
const LAST_VERSION = "last-version";
/** In characters: enough to know a header again by. */
const LONGEST_KEPT = 100;

const text = z.string();
const kept = z.object({
  hospital: z.object({ id: text, site: text, vi: text, en: text, version: text }),
  origins: z.readonly(z.array(text)),
  panel: z.exactOptional(z.enum(["browser", "docked"])),
  pages: z.array(
    z.object({
      page: z.unknown(),
      fields: z.readonly(z.array(draftedField)),
      questions: z.readonly(z.array(draftQuestion)),
    }),
  ),
});

/**
 * The draft of this browser session, so that a closed panel loses nothing. It never outlives the browser; its version does,
 * so that a draft begun on the same day has a version above it.
 */
export const keptWorkbook = async (): Promise<Workbook> => {
  const stored = await browser.storage.session.get(KEY).catch(() => ({}));
  const parsed = kept.safeParse(Reflect.get(stored, KEY));
  if (!parsed.success) return newWorkbook(await lastVersion(), new Date());
  return {
    ...parsed.data,
    pages: parsed.data.pages.flatMap((work) => {
      const page = readPage(work.page);
      return page === undefined ? [] : [{ ...work, page }];
    }),
  };
};

const lastVersion = async (): Promise<string> => {
  const stored = await browser.storage.local.get(LAST_VERSION).catch(() => ({}));
  const parsed = text.safeParse(Reflect.get(stored, LAST_VERSION));
  return parsed.success ? parsed.data : "";
};

const cut = <Labelled extends { readonly labels: readonly string[] }>(one: Labelled): Labelled => ({
  ...one,
  labels: one.labels.map((label) => label.slice(0, LONGEST_KEPT)),
});

/** Headers, selectors and names of the hospital; nothing that a patient's page says, neither codes nor text that was taken for a header. */
export const keepWorkbook = (book: Workbook): void => {
  const pages = book.pages.map((work) => ({
    ...work,
    fields: work.fields.map(cut),
    questions: work.questions.map(({ codes: _seen, ...question }) => cut(question)),
  }));
  void browser.storage.session.set({ [KEY]: { ...book, pages } });
  // Not while it is being typed.
  const { version } = book.hospital;
  if (isVersion(version)) void browser.storage.local.set({ [LAST_VERSION]: version });
};
