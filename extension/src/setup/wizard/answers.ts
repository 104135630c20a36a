import { type ProfilePage, readPage } from "@cadre-care/his/draft";
import type { Said } from "../page-messages.ts";
import type { DocumentLink } from "./document-link.ts";
import type { Found, Look } from "./wizard-state.ts";

const foundOf = (
  document: DocumentLink,
  draft: Said<"draft">,
  kind: ProfilePage["kind"],
  one: NonNullable<Said<"draft">["list"]>,
): Found => {
  const { hello, frameId } = document;
  const drafted = one.page === undefined ? undefined : readPage(one.page);
  const page = drafted === undefined ? undefined : readPage({ ...drafted, where: draft.where });
  const questions = one.questions;
  return {
    frameId,
    origin: hello.origin,
    path: hello.path,
    nested: hello.nested,
    kind,
    work: page === undefined ? undefined : { page, fields: one.fields, questions },
    questions,
  };
};

/** Origins of frames that no document speaks for: the picker was not let into them. */
export const foreignFramesOf = (documents: readonly DocumentLink[]): readonly string[] => {
  const known = documents.map(({ hello }) => hello.origin);
  return [...new Set(documents.flatMap(({ hello }) => hello.frames))].filter(
    (origin) => !known.includes(origin),
  );
};

/** What every document drafted, as it may be taken into the profile. */
export const draftsIn = async (documents: readonly DocumentLink[]): Promise<readonly Found[]> => {
  const drafts = await Promise.all(
    documents.map(async (document) => ({ document, draft: await document.draft() })),
  );
  return drafts.flatMap(({ document, draft }) =>
    draft === undefined
      ? []
      : (["list", "patient"] as const).flatMap((kind) => {
          const one = draft[kind];
          return one === undefined ? [] : [foundOf(document, draft, kind, one)];
        }),
  );
};

/** The frame in which the page is shown, or the first whose address fits. */
export const lookIn = async (
  documents: readonly DocumentLink[],
  page: ProfilePage,
): Promise<Look | undefined> => {
  const each = await Promise.all(
    documents.map(async (document) => ({ frameId: document.frameId, answer: await document.look(page) })),
  );
  const answers = each.flatMap(({ frameId, answer }) =>
    answer === undefined ? [] : [{ ...answer, frameId }],
  );
  return (
    answers.find(({ look }) => look.state === "shown") ??
    answers.find(({ look }) => look.state === "unlike") ??
    answers[0]
  );
};

/** The first of these documents that can say what it shows as a page for tests. */
export const fixtureIn = async (
  documents: readonly DocumentLink[],
  pages: readonly ProfilePage[],
): Promise<string | undefined> => {
  for (const document of documents) {
    const answer = await document.fixture(pages);
    if (answer !== undefined) return answer.html;
  }
  return undefined;
};
