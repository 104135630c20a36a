import { fileURLToPath } from "node:url";
import type { CDPSession, Frame, Page } from "puppeteer-core";
import { build } from "vite";
import type { BrowserSession } from "../e2e/harness/index.ts";
import type { ListSelectors, ListState, MarksState } from "./in-page/recorded.ts";

/** One script for a page, bundled from TypeScript. */
const scriptOf = async (file: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      lib: {
        entry: fileURLToPath(new URL(`./in-page/${file}`, import.meta.url)),
        formats: ["iife"],
        name: "bench",
        fileName: "bench",
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && "output" in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`no script from ${file}`);
  return chunk.code;
};

/** What was painted so far, in the list's document and in its marks frame. */
export interface Recording {
  readonly lists: readonly ListState[];
  readonly marks: readonly MarksState[];
}

/** Watches what one tab paints: its lists from the content script's world, its marks from inside their frame. */
export class Recorders {
  readonly #contexts = new Map<number, Promise<unknown>>();

  private constructor(
    private readonly session: BrowserSession,
    readonly page: Page,
    private readonly client: CDPSession,
  ) {}

  static async install(session: BrowserSession, page: Page, selectors: ListSelectors): Promise<Recorders> {
    const [listScript, marksScript] = await Promise.all([
      scriptOf("list-recorder.ts"),
      scriptOf("marks-recorder.ts"),
    ]);
    const client = await page.createCDPSession();
    const recorders = new Recorders(session, page, client);
    const start = `${listScript};benchRecord(${JSON.stringify(selectors)})`;
    client.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.auxData?.type !== "isolated" || !context.origin.startsWith("chrome-extension://")) return;
      const started = client.send("Runtime.evaluate", { contextId: context.id, expression: start });
      started.catch(() => undefined);
      recorders.#contexts.set(context.id, started);
    });
    client.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
      recorders.#contexts.delete(executionContextId),
    );
    client.on("Runtime.executionContextsCleared", () => recorders.#contexts.clear());
    await client.send("Runtime.enable");
    await page.evaluateOnNewDocument(marksScript);
    return recorders;
  }

  /** The marks frame of the list on screen. */
  marksFrame(): Promise<Frame> {
    return this.session.extensionFrame(this.page, "frames/marks.html");
  }

  async read(): Promise<Recording> {
    const frames = await this.session.extensionFrames(this.page, "frames/marks.html");
    const marks = await Promise.all(
      frames.map((frame) =>
        frame.evaluate((): readonly MarksState[] => Reflect.get(globalThis, "benchMarks")?.() ?? []),
      ),
    );
    return { lists: await this.#lists(), marks: marks.flat().sort((one, other) => one.at - other.at) };
  }

  async #lists(): Promise<readonly ListState[]> {
    for (const contextId of this.#contexts.keys()) {
      const { result } = await this.client.send("Runtime.evaluate", {
        contextId,
        expression: "benchList()",
        returnByValue: true,
      });
      const states: readonly ListState[] = result.value ?? [];
      if (states.length > 0) return states;
    }
    return [];
  }

  async close(): Promise<void> {
    await this.client.detach().catch(() => undefined);
  }
}
