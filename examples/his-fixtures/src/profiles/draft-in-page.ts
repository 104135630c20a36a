import {
  type DocumentDraft,
  draftPages,
  findElements,
  type PageWork,
  proposeWhere,
  readPage,
} from "@cadre-care/his/draft";
import { openShadowRootsWith } from "@cadre-care/his/page";
import { z } from "zod";
import { applyCorrection } from "./apply-correction.ts";
import { correctionSchema } from "./corrections.ts";

/** Closed shadow roots, kept aside before the page's scripts ran: what an extension sees too. */
const closedRoots = (): WeakMap<Element, ShadowRoot> | undefined => {
  const kept: unknown = Reflect.get(globalThis, "cadreClosedRoots");
  return kept instanceof WeakMap ? kept : undefined;
};

openShadowRootsWith((host) => closedRoots()?.get(host) ?? null);

/** Doubts under which the wizard hands out no profile: it would take one person for another. */
const HOLDING = ["dates-undecided", "half-a-name"];

const askedSchema = z.object({ take: z.enum(["list", "patient"]), corrections: z.array(correctionSchema) });

const draftedWork = (kind: keyof DocumentDraft): PageWork => {
  const draft = draftPages(document)[kind];
  const where = proposeWhere(location, window.parent !== window);
  const page = draft?.page && readPage({ ...draft.page, where });
  if (draft === undefined || page === undefined) throw new RangeError(`no ${kind} was found`);
  return { page, fields: draft.fields, questions: draft.questions };
};

const corrected = (text: string): string => {
  const { take, corrections } = askedSchema.parse(JSON.parse(text));
  const drafted = draftedWork(take);
  const done = corrections.reduce((work, correction) => {
    try {
      return applyCorrection(work, correction);
    } catch (fault) {
      throw new RangeError(`${take}: ${JSON.stringify(correction)}: ${fault}\n${JSON.stringify(work)}`);
    }
  }, drafted);
  const open = done.questions.filter(({ doubt }) => HOLDING.includes(doubt));
  if (open.length > 0) throw new RangeError(`${take}: nobody answered ${JSON.stringify(open)}`);
  return JSON.stringify({ drafted: drafted.page, corrected: done.page, questions: done.questions });
};

const says = (selector: string): boolean => {
  const [element] = findElements(document, selector) ?? [];
  const value: unknown = element && Reflect.get(element, "value");
  return (typeof value === "string" ? value : (element?.textContent ?? "")).trim() !== "";
};

/** @throws RangeError where there is none */
const find = (selector: string): Element => {
  const [element] = findElements(document, selector) ?? [];
  if (element === undefined) throw new RangeError(`there is no ${selector}`);
  return element;
};

/** What the maker of profiles asks of a document; see profile-maker.ts. */
Reflect.set(globalThis, "cadreDraft", { corrected, says, find });
