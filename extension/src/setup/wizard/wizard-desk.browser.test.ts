import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listPage } from "../testing/list-page.ts";
import { scriptedPort } from "../testing/scripted-port.ts";
import { PATIENCE } from "./document-link.ts";
import { WizardDesk } from "./wizard-desk.ts";

type Listener = (...said: readonly unknown[]) => unknown;
const TOKENS = ["a".repeat(20), "b".repeat(20)] as const;

/** A browser with one tab in front, whose frames say what a test lets them say. */
const world = vi.hoisted(() => {
  const heard = new Map<string, ((...said: readonly unknown[]) => unknown)[]>();
  const event = (name: string) => ({
    addListener: (listener: (...said: readonly unknown[]) => unknown) =>
      void heard.set(name, [...(heard.get(name) ?? []), listener]),
    removeListener: () => undefined,
    hasListener: () => false,
    hasListeners: () => false,
  });
  const sent: [string, unknown][] = [];
  const area = { get: async () => ({}), set: async () => undefined };
  return { area, heard, event, tab: 1, frames: (): void => undefined, letIn: Promise.resolve(), sent };
});
vi.mock("../../browser.ts", () => ({
  browser: {
    tabs: {
      onActivated: world.event("activated"),
      onUpdated: world.event("updated"),
      query: async () => [{ id: world.tab }],
      get: async () => ({ url: "https://his.example/ds" }),
    },
    permissions: {
      onAdded: world.event("added"),
      onRemoved: world.event("removed"),
      contains: async () => true,
    },
    runtime: { onMessage: world.event("message"), onConnect: world.event("connect") },
    scripting: {
      executeScript: async () => {
        world.frames();
        await world.letIn;
        return [{ frameId: 0 }, { frameId: 5 }];
      },
      insertCSS: async () => undefined,
    },
    storage: { session: world.area, local: world.area },
  },
}));

const fire = (name: string, ...said: readonly unknown[]): void => {
  for (const listener of world.heard.get(name) ?? []) listener(...said);
};

/** Connects a frame's document, or its overlay; returns what makes it speak. */
const connect = (name: string, frameId: number, hear: (message: unknown) => void): Listener => {
  const { port, say } = scriptedPort(name, hear);
  fire("connect", { ...port, sender: { tab: { id: world.tab }, frameId } });
  return say;
};

const page = listPage();

const idOf = (message: unknown): unknown => Reflect.get(Object(message), "id");
const doOf = (message: unknown): unknown => Reflect.get(Object(message), "do");

/** Both frames of the tab; `silent`: they say hello, and nothing else ever. */
const open = (silent: boolean): void => {
  for (const [at, frameId] of [0, 5].entries()) {
    let pointing: unknown;
    const say: Listener = connect("setup-page", frameId, (message) => {
      world.sent.push([`page ${frameId}`, message]);
      const id = idOf(message);
      if (doOf(message) === "point") pointing = id;
      if (doOf(message) === "stop-pointing" && pointing !== undefined)
        say({ said: "pointed", id: pointing, state: "ended", questions: [], occupied: false });
      if (silent || typeof id !== "number") return;
      if (doOf(message) === "draft") say({ said: "failed", id });
      if (doOf(message) === "look")
        say({
          said: "look",
          id,
          look: { state: frameId === 5 ? "shown" : "elsewhere", subjects: [], count: 0, problems: [] },
        });
    });
    say({
      said: "hello",
      token: TOKENS[at],
      attribute: "a".repeat(12),
      origin: frameId === 0 ? "https://portal.example" : "https://his.example",
      path: "/ds",
      nested: frameId !== 0,
      frames: [],
    });
  }
};
const overlays = (): void => {
  for (const [at, frameId] of [0, 5].entries())
    connect(`setup-overlay:${TOKENS[at]}`, frameId, (message) => {
      world.sent.push([`overlay ${frameId}`, message]);
    });
};

const turns = async (until: () => boolean): Promise<void> => {
  await vi.waitFor(() => {
    if (!until()) throw new Error("not yet");
  });
};

let desk: WizardDesk;
beforeEach(async () => {
  world.heard.clear();
  world.sent = [];
  world.tab = 1;
  world.letIn = Promise.resolve();
  desk = new WizardDesk();
  await desk.begin();
  desk.book = { ...desk.book, pages: [{ page, fields: [], questions: [] }] };
});

describe("another tab comes to the front", () => {
  it("ends a reading that nobody answers, and says that the page was left", async () => {
    world.frames = () => open(true);
    const reading = desk.read();
    await turns(() => world.sent.length === 2);
    world.tab = 2;
    fire("activated");
    await reading;
    expect(desk.reading).toBe(false);
    expect(desk.left).toBe(true);
    expect(desk.notice).toBeUndefined();
  });

  it("nothing that was read in the tab before is said of it", async () => {
    world.frames = () => open(false);
    await desk.read();
    expect(desk.looks.get("list")?.frameId).toBe(5);
    await desk.edit("list");
    const pointing = desk.point("cccd");
    expect(desk.pointing).toBe("cccd");
    world.tab = 2;
    fire("activated");
    await turns(() => desk.left);
    await pointing;
    expect(desk.looks.size).toBe(0);
    expect(desk.pointing).toBeUndefined();
    expect(desk.isRead).toBe(false);
  });
});

describe("a page that does not answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const readInTime = async (): Promise<void> => {
    const reading = desk.read();
    await vi.advanceTimersByTimeAsync(2 * PATIENCE);
    await reading;
  };

  it("is not waited for any more, and not taken for one that shows nobody", async () => {
    world.frames = () => open(true);
    await readInTime();
    expect(desk.reading).toBe(false);
    expect(desk.notice).toBe("silent");
    expect(desk.found).toEqual([]);
  });

  it("nor one that lets nobody in", async () => {
    world.frames = () => undefined;
    world.letIn = new Promise(() => undefined);
    await readInTime();
    expect(desk.reading).toBe(false);
    expect(desk.notice).toBe("silent");
  });

  it("says so when a page for tests is asked of it, and what is read next begins anew", async () => {
    world.frames = () => open(false);
    await desk.read();
    const asked = desk.fixture();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await asked).toBeUndefined();
    expect(desk.notice).toBe("silent");
    await desk.read();
    expect(desk.notice).toBe("nothing");
  });

  it("nothing of it is said of another tab", async () => {
    world.frames = () => open(true);
    await readInTime();
    world.tab = 2;
    fire("activated");
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.notice).toBeUndefined();
  });
});

describe("pointing", () => {
  beforeEach(async () => {
    world.frames = () => open(false);
    await desk.read();
    overlays();
    await desk.edit("list");
  });

  it("is asked for over the one document that takes the click", () => {
    world.sent = [];
    void desk.point("cccd");
    const hints = world.sent.flatMap(([where, message]) =>
      where.startsWith("overlay") ? [[where, Reflect.get(Object(message), "hint")]] : [],
    );
    expect(hints).toEqual([
      ["overlay 0", ""],
      ["overlay 5", expect.stringContaining("CCCD")],
    ]);
  });

  it("ends with a change made in the panel, which a click in the page would take back", async () => {
    const pointing = desk.point("cccd");
    await desk.change({
      page: { ...page, where: { ...page.where, path: "/moi" } },
      fields: [],
      questions: [],
    });
    expect(desk.pointing).toBeUndefined();
    await pointing;
    expect(desk.book.pages.map((work) => work.page.where.path)).toEqual(["/moi"]);
    expect(world.sent.filter(([, message]) => doOf(message) === "stop-pointing")).not.toEqual([]);
  });

  it("of something else is not ended by the end of what was pointed at before", async () => {
    const first = desk.point("cccd");
    const second = desk.point("name");
    await first;
    expect(desk.pointing).toBe("name");
    desk.stopPointing();
    await second;
    expect(desk.pointing).toBeUndefined();
    expect(desk.notice).toBeUndefined();
  });
});

it("a list in a frame of another origin takes the page around it along", async () => {
  world.frames = () => open(false);
  await desk.read();
  await desk.take({
    frameId: 5,
    origin: "https://his.example",
    path: "/ds",
    nested: true,
    kind: "list",
    work: { page, fields: [], questions: [] },
    questions: [],
  });
  expect(desk.book.origins).toEqual(["https://his.example", "https://portal.example"]);
});
