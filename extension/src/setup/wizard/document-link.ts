import type { Runtime } from "webextension-polyfill";
import { type Box, type PageAnswer, type PageCommand, pageAnswer, type Said } from "../page-messages.ts";

type Asked = Extract<PageCommand, { id: number }>;
type Question = Asked extends infer Command ? (Command extends Asked ? Omit<Command, "id"> : never) : never;
type AnswerTo<Kind extends Asked["do"]> = Said<Kind extends "point" ? "pointed" : Exclude<Kind, "point">>;

/** In milliseconds. What a page has not said by then is not waited for. */
export const PATIENCE = 10_000;

export interface DocumentObserver {
  changed(document: DocumentLink): void;
  drawn(document: DocumentLink): void;
  /** It is there, and did not answer in time. */
  silent(): void;
  gone(document: DocumentLink): void;
}

const claimed = (message: unknown): { readonly said?: unknown; readonly id?: unknown } =>
  typeof message === "object" && message !== null ? message : {};

/** One document of the tab that the wizard looks at, at the other end of a port. What it says is parsed. */
export class DocumentLink {
  readonly frameId: number;
  readonly hello: Said<"hello">;
  boxes: readonly Box[] = [];
  readonly #port: Runtime.Port;
  readonly #observer: DocumentObserver;
  readonly #waiting = new Map<number, (answer: PageAnswer | undefined) => void>();
  #next = 1;

  constructor(port: Runtime.Port, frameId: number, hello: Said<"hello">, observer: DocumentObserver) {
    this.#port = port;
    this.#observer = observer;
    this.frameId = frameId;
    this.hello = hello;
    port.onMessage.addListener((message: unknown) => {
      const parsed = pageAnswer.safeParse(message);
      if (!parsed.success) {
        this.#unreadable(message);
        return;
      }
      const answer = parsed.data;
      if (answer.said === "boxes") {
        this.boxes = answer.boxes;
        observer.drawn(this);
      } else if (answer.said === "changed") observer.changed(this);
      else if (answer.said !== "hello") this.#answered(answer.id, answer);
    });
    port.onDisconnect.addListener(() => {
      this.#unanswered();
      observer.gone(this);
    });
  }

  /** Undefined when the document went away before it answered, could not, or took too long. */
  draft(): Promise<Said<"draft"> | undefined> {
    return this.#ask({ do: "draft" });
  }

  look(page: unknown): Promise<Said<"look"> | undefined> {
    return this.#ask({ do: "look", page });
  }

  fixture(pages: readonly unknown[]): Promise<Said<"fixture"> | undefined> {
    return this.#ask({ do: "fixture", pages });
  }

  point(
    page: unknown,
    target: Extract<PageCommand, { do: "point" }>["target"],
    open: Extract<PageCommand, { do: "point" }>["open"],
  ): Promise<Said<"pointed"> | undefined> {
    return this.#ask({ do: "point", page, target, open });
  }

  /** `settings`: also what the page is recognised by, and the part that holds it. */
  show(page?: unknown, settings = false): void {
    this.#tell(page === undefined ? { do: "show" } : { do: "show", page, settings });
  }

  stopPointing(): void {
    this.#tell({ do: "stop-pointing" });
  }

  close(): void {
    this.#port.disconnect();
    // A port that is closed from this side tells nobody here.
    this.#unanswered();
  }

  #unanswered(): void {
    for (const id of [...this.#waiting.keys()]) this.#answered(id, undefined);
  }

  /** An answer that cannot be read is none; whoever waits for it waits no longer. */
  #unreadable(message: unknown): void {
    const { said, id } = claimed(message);
    if (typeof id === "number") this.#answered(id, undefined);
    else if (said !== "boxes" && said !== "changed" && said !== "hello") this.#unanswered();
  }

  #tell(command: PageCommand): void {
    try {
      this.#port.postMessage(command);
    } catch {
      // The document is gone; its disconnect says so.
    }
  }

  #answered(id: number, answer: PageAnswer | undefined): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  #silent(id: number): void {
    this.#observer.silent();
    this.#answered(id, undefined);
  }

  /** A person takes the time that pointing takes; all else is waited for so long. */
  #ask<Kind extends Asked["do"]>(
    question: Question & { readonly do: Kind },
  ): Promise<AnswerTo<Kind> | undefined> {
    const id = this.#next;
    this.#next += 1;
    const expected = question.do === "point" ? "pointed" : question.do;
    return new Promise((resolve) => {
      const isExpected = (answer: PageAnswer): answer is AnswerTo<Kind> => answer.said === expected;
      const patience = question.do === "point" ? undefined : setTimeout(() => this.#silent(id), PATIENCE);
      this.#waiting.set(id, (answer) => {
        clearTimeout(patience);
        resolve(answer !== undefined && isExpected(answer) ? answer : undefined);
      });
      this.#tell({ ...question, id });
    });
  }
}
