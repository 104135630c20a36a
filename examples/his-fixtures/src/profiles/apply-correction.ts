import {
  answeredWork,
  type DraftQuestion,
  droppedWork,
  findElements,
  isNameHalf,
  type PageWork,
  pointBanner,
  pointedWork,
  pointField,
  pointGutter,
  readPage,
  withDateFormat,
  withSexCodes,
} from "@cadre-care/his/draft";
import type { Correction } from "./corrections.ts";
import { inBothLanguages } from "./other-language.ts";
import { setValue } from "./set-value.ts";

type Of<Kind extends Correction["do"]> = Extract<Correction, { do: Kind }>;

const EDGE_WIDTH = 16;

const point = (work: PageWork, { target, at }: Of<"point">): PageWork | undefined => {
  const [element] = findElements(document, at) ?? [];
  if (element === undefined) throw new RangeError(`there is no ${at} to point at`);
  const { page, questions } = work;
  if (target === "gutter" || target === "banner") {
    const place =
      target === "gutter"
        ? page.kind === "list" && pointGutter(document, page, element)
        : page.kind === "patient" && pointBanner(document, page, element);
    if (place === false || place.state === "outside") return undefined;
    if (place.occupied) throw new RangeError("marks would cover what stands in this column");
    return pointedWork(work, target, { page: place.page, questions: [] });
  }
  const field = pointField(document, page, target, element, questions);
  if (field.state === "outside") return undefined;
  const next = pointedWork(work, target, field);
  // A half of a name may wait for the other one; whatever else was pointed at must be read there.
  if (!isNameHalf(target) && field.questions.some(({ doubt }) => doubt === "not-read"))
    throw new RangeError(`${target} is not read at ${at}`);
  return next;
};

const questionOf = ({ questions }: PageWork, ...doubts: readonly DraftQuestion["doubt"][]): DraftQuestion => {
  const question = questions.find(({ doubt }) => doubts.includes(doubt));
  if (question === undefined) throw new RangeError("the draft does not ask that");
  return question;
};

const answered = (work: PageWork, question: DraftQuestion, page: unknown): PageWork | undefined => {
  const read = page === undefined ? undefined : readPage(page);
  return read && answeredWork(work, question, read);
};

const withPage = (work: PageWork, page: unknown): PageWork | undefined => {
  const read = readPage(page);
  return read && { ...work, page: read };
};

const apply = (work: PageWork, correction: Correction): PageWork | undefined => {
  const { page } = work;
  switch (correction.do) {
    case "point":
      return point(work, correction);
    case "drop":
      return droppedWork(work, correction.field);
    case "answer-dates": {
      const question = questionOf(work, "dates-undecided", "dates-unread");
      return answered(work, question, withDateFormat(page, question, correction.format));
    }
    case "answer-sex": {
      const question = questionOf(work, "sex-codes");
      const codes = Object.entries(correction.codes).map(([text, sex]) => ({ text, sex }));
      // The wizard asks about the codes that it saw, and no others.
      if (!codes.every(({ text }) => question.codes?.includes(text)))
        throw new RangeError(`the draft saw ${question.codes?.join(", ")}`);
      return answered(work, question, withSexCodes(page, question, codes));
    }
    case "edge": {
      const { edge, inset } = correction;
      return withPage(work, { ...page, gutter: { at: "edge", edge, inset, width: EDGE_WIDTH } });
    }
    case "banner-position":
      return page.kind === "patient"
        ? withPage(work, { ...page, banner: { ...page.banner, position: correction.position } })
        : undefined;
    case "where": {
      const { path = page.where.path, frame = page.where.frame } = correction;
      return withPage(work, { ...page, where: { ...page.where, path, frame } });
    }
    case "other-language":
      return withPage(work, inBothLanguages(page, correction));
    case "set":
      return withPage(work, setValue(page, correction.at, correction.value));
  }
};

/**
 * The page with one correction, applied to the document by what the wizard itself calls.
 * @throws RangeError when the correction cannot be applied, or changes nothing
 */
export const applyCorrection = (work: PageWork, correction: Correction): PageWork => {
  const next = apply(work, correction);
  if (next === undefined) throw new RangeError("the profile does not take this");
  const said = (one: PageWork): string => JSON.stringify([one.page, one.questions]);
  if (said(next) === said(work)) throw new RangeError("this changes nothing");
  return next;
};
