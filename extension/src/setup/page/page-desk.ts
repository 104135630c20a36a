import {
  countsOfPage,
  type DraftedField,
  type DraftQuestion,
  draftPages,
  isSettingTarget,
  lookAtPage,
  type ProfilePage,
  pageFixture,
  pointBanner,
  pointField,
  pointGutter,
  pointSetting,
  proposeWhere,
  readPage,
} from "@cadre-care/his/draft";
import type { Runtime } from "webextension-polyfill";
import { type Box, type PageCommand, pageCommand, type SentAnswer } from "../page-messages.ts";
import { boxesOf, boxOf, placeBoxesOf } from "./boxes.ts";
import { cutField, cutQuestion } from "./cut-to-travel.ts";
import type { OverlayHost } from "./overlay-host.ts";
import { startPointing } from "./pointing.ts";
import { settingBoxesOf } from "./setting-boxes.ts";

type PointCommand = Extract<PageCommand, { do: "point" }>;

const BETWEEN_MEASUREMENTS = 120;
const SETTLED = 400;

/** What the wizard may ask of one document: to draft it, read it, show where fields stand, and let somebody point. */
export class PageDesk {
  readonly #port: Runtime.Port;
  readonly #host: OverlayHost;
  #shown: ProfilePage | undefined;
  #settings = false;
  #hover: Element | null = null;
  #pointing: { readonly id: number; readonly mode: AbortController } | undefined;
  #drawn = "";
  #timer: ReturnType<typeof setInterval> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #changes = new MutationObserver(() => this.#changed());

  constructor(port: Runtime.Port, host: OverlayHost) {
    this.#port = port;
    this.#host = host;
    port.onMessage.addListener((message: unknown) => {
      const parsed = pageCommand.safeParse(message);
      if (!parsed.success) return;
      const command = parsed.data;
      try {
        this.#obey(command);
      } catch {
        // Whoever waits for an answer is told that there is none.
        if ("id" in command) this.#say({ said: "failed", id: command.id });
      }
    });
  }

  /** Leaves the document as it was found. */
  end(): void {
    this.#pointing?.mode.abort();
    this.#changes.disconnect();
    clearInterval(this.#timer);
    clearTimeout(this.#settling);
    this.#host.remove();
  }

  #say(answer: SentAnswer): void {
    this.#port.postMessage(answer);
  }

  #obey(command: PageCommand): void {
    switch (command.do) {
      case "draft": {
        const { list, patient } = draftPages(document);
        this.#say({
          said: "draft",
          id: command.id,
          ...(list === undefined ? {} : { list: sent(list) }),
          ...(patient === undefined ? {} : { patient: sent(patient) }),
          where: proposeWhere(location, window.parent !== window),
        });
        return;
      }
      case "look": {
        const page = stated(command.page);
        const look = { ...lookAtPage(document, page), counts: countsOfPage(document, page) };
        this.#say({ said: "look", id: command.id, look });
        return;
      }
      case "fixture": {
        const pages = command.pages.flatMap((page) => readPage(page) ?? []);
        this.#say({ said: "fixture", id: command.id, html: pageFixture(document, pages) });
        return;
      }
      case "show":
        this.#settings = command.settings ?? false;
        this.#show(command.page === undefined ? undefined : readPage(command.page));
        return;
      case "point": {
        this.#point(command, stated(command.page));
        return;
      }
      case "stop-pointing":
        this.#stopPointing();
    }
  }

  #show(page: ProfilePage | undefined): void {
    this.#shown = page;
    clearInterval(this.#timer);
    this.#changes.disconnect();
    if (page !== undefined) {
      this.#host.show();
      this.#timer = setInterval(() => this.#draw(), BETWEEN_MEASUREMENTS);
      this.#changes.observe(document, { subtree: true, childList: true, characterData: true });
    }
    this.#draw();
  }

  #changed(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#say({ said: "changed" }), SETTLED);
  }

  #over(element: Element | null): void {
    if (element === this.#hover) return;
    this.#hover = element;
    this.#draw();
  }

  #draw(): void {
    const boxes: Box[] = [
      ...(this.#shown === undefined
        ? []
        : [...boxesOf(this.#shown), ...placeBoxesOf(this.#shown), ...this.#settingBoxes(this.#shown)]),
      ...(this.#hover === null ? [] : boxOf(this.#hover)),
    ];
    if (boxes.length > 0) this.#host.show();
    const drawn = JSON.stringify(boxes);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#say({ said: "boxes", boxes });
  }

  #settingBoxes(page: ProfilePage): readonly Box[] {
    return this.#settings ? settingBoxesOf(page) : [];
  }

  #point(command: PointCommand, page: ProfilePage): void {
    this.#stopPointing();
    this.#host.show();
    const mode = startPointing({
      over: (element) => this.#over(element),
      ended: () => this.#stopPointing(),
      chosen: (element) => {
        this.#pointing = undefined;
        this.#over(null);
        this.#say(answerTo(command, page, element));
      },
    });
    this.#pointing = { id: command.id, mode };
  }

  #stopPointing(): void {
    const pointing = this.#pointing;
    if (pointing === undefined) return;
    this.#pointing = undefined;
    pointing.mode.abort();
    this.#over(null);
    this.#say({ said: "pointed", id: pointing.id, state: "ended", questions: [], occupied: false });
  }
}

/** @throws RangeError when the product's own schema refuses the page */
const stated = (page: unknown): ProfilePage => {
  const read = readPage(page);
  if (read === undefined) throw new RangeError("no page of a profile");
  return read;
};

const sent = ({
  page,
  fields,
  questions,
}: NonNullable<ReturnType<typeof draftPages>["list" | "patient"]>) => ({
  ...(page === undefined ? {} : { page }),
  fields: fields.map(cutField),
  questions: questions.map(cutQuestion),
});

/** What was chosen, or that nothing could be made of it. */
const answerTo = (command: PointCommand, page: ProfilePage, element: Element): SentAnswer => {
  const { id } = command;
  try {
    const answer: ReturnType<typeof pointed> & {
      readonly field?: DraftedField;
      readonly questions?: readonly DraftQuestion[];
    } = pointed(command, page, element);
    const { field, questions = [] } = answer;
    return {
      said: "pointed",
      id,
      occupied: false,
      ...answer,
      ...(field === undefined ? {} : { field: cutField(field) }),
      questions: questions.map(cutQuestion),
    };
  } catch {
    return { said: "failed", id };
  }
};

const pointed = ({ target, open }: PointCommand, page: ProfilePage, element: Element) => {
  if (target === "gutter")
    return page.kind === "list" ? pointGutter(document, page, element) : { state: "outside" as const };
  if (target === "banner")
    return page.kind === "patient" ? pointBanner(document, page, element) : { state: "outside" as const };
  if (isSettingTarget(target)) return pointSetting(document, page, target, element);
  return pointField(document, page, target, element, open);
};
