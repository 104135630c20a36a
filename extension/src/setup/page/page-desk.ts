import {
  draftPages,
  lookAtPage,
  type ProfilePage,
  pageFixture,
  pointBanner,
  pointField,
  pointGutter,
  proposeWhere,
  readPage,
} from "@cadre-care/his/draft";
import type { Runtime } from "webextension-polyfill";
import {
  type Box,
  type PageCommand,
  type PointTarget,
  pageCommand,
  type SentAnswer,
} from "../page-messages.ts";
import { boxesOf, boxOf, placeBoxesOf } from "./boxes.ts";
import type { OverlayHost } from "./overlay-host.ts";
import { startPointing } from "./pointing.ts";

type PointCommand = Extract<PageCommand, { do: "point" }>;

const BETWEEN_MEASUREMENTS = 120;
const SETTLED = 400;

/** What the wizard may ask of one document: to draft it, read it, show where fields stand, and let somebody point. */
export class PageDesk {
  readonly #port: Runtime.Port;
  readonly #host: OverlayHost;
  #shown: ProfilePage | undefined;
  #hover: Element | null = null;
  #pointing: AbortController | undefined;
  #drawn = "";
  #timer: ReturnType<typeof setInterval> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #changes = new MutationObserver(() => this.#changed());

  constructor(port: Runtime.Port, host: OverlayHost) {
    this.#port = port;
    this.#host = host;
    port.onMessage.addListener((message: unknown) => {
      const parsed = pageCommand.safeParse(message);
      if (parsed.success) this.#obey(parsed.data);
    });
  }

  /** Leaves the document as it was found. */
  end(): void {
    this.#pointing?.abort();
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
      case "draft":
        this.#say({
          said: "draft",
          id: command.id,
          ...draftPages(document),
          where: proposeWhere(location, window.parent !== window),
        });
        return;
      case "look": {
        const page = readPage(command.page);
        if (page === undefined) return;
        const look = lookAtPage(document, page);
        this.#say({ said: "look", id: command.id, look });
        return;
      }
      case "fixture": {
        const pages = command.pages.flatMap((page) => readPage(page) ?? []);
        this.#say({ said: "fixture", id: command.id, html: pageFixture(document, pages) });
        return;
      }
      case "show":
        this.#show(command.page === undefined ? undefined : readPage(command.page));
        return;
      case "point": {
        const page = readPage(command.page);
        if (page !== undefined) this.#point(command, page);
        return;
      }
      case "stop-pointing":
        this.#pointing?.abort();
        this.#over(null);
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
    this.#hover = element;
    this.#draw();
  }

  #draw(): void {
    const boxes: Box[] = [
      ...(this.#shown === undefined ? [] : [...boxesOf(this.#shown), ...placeBoxesOf(this.#shown)]),
      ...(this.#hover === null ? [] : boxOf(this.#hover)),
    ];
    if (boxes.length > 0) this.#host.show();
    const drawn = JSON.stringify(boxes);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#say({ said: "boxes", boxes });
  }

  #point({ id, target, open }: PointCommand, page: ProfilePage): void {
    this.#pointing?.abort();
    this.#host.show();
    this.#pointing = startPointing({
      over: (element) => this.#over(element),
      ended: () => {
        this.#over(null);
        this.#say({ said: "pointed", id, state: "ended", questions: [], occupied: false });
      },
      chosen: (element) => {
        this.#over(null);
        this.#say({
          said: "pointed",
          id,
          questions: [],
          occupied: false,
          ...pointed(page, target, element, open),
        });
      },
    });
  }
}

const pointed = (page: ProfilePage, target: PointTarget, element: Element, open: PointCommand["open"]) => {
  if (target === "gutter")
    return page.kind === "list" ? pointGutter(document, page, element) : { state: "outside" as const };
  if (target === "banner")
    return page.kind === "patient" ? pointBanner(document, page, element) : { state: "outside" as const };
  return pointField(document, page, target, element, open);
};
