import { afterEach, expect, it } from "vitest";
import { PageDesk } from "./page-desk.ts";

type Hear = (message: unknown) => void;
const event = <Listener>(listeners: Listener[] = []) => ({
  addListener: (listener: Listener) => void listeners.push(listener),
  removeListener: () => undefined,
  hasListener: () => false,
  hasListeners: () => false,
});

let end = (): void => undefined;
afterEach(() => end());

const desk = () => {
  const hears: Hear[] = [];
  const all: unknown[] = [];
  const port = {
    name: "setup-page",
    onMessage: event(hears),
    onDisconnect: event<() => void>(),
    postMessage: (message: unknown) => void all.push(message),
    disconnect: () => undefined,
  };
  const host = { attribute: "", token: "", show: () => undefined, remove: () => undefined };
  const made = new PageDesk(port, host);
  end = () => made.end();
  const said = (): readonly unknown[] => all.filter((one) => Reflect.get(Object(one), "said") !== "boxes");
  const ask = (message: unknown): void => {
    for (const hear of hears) hear(message);
  };
  return { ask, said };
};

const page = {
  id: "list",
  kind: "list",
  recognise: [{ selector: "#ds" }],
  root: "#ds",
  rows: { selector: "tr" },
  gutter: { at: "edge", edge: "left", inset: 0, width: 16 },
  fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: "td" }] }] },
};

it.each([
  ["look", { do: "look", id: 7, page: {} }],
  ["point", { do: "point", id: 7, page: {}, target: "cccd" }],
])("%s: a page that no profile could hold is answered for", (_what, question) => {
  const { ask, said } = desk();
  ask(question);
  expect(said()).toEqual([{ said: "failed", id: 7 }]);
});

it("pointing that is stopped, or begun anew, is answered for", () => {
  const { ask, said } = desk();
  const ended = (id: number) => ({ said: "pointed", id, state: "ended", questions: [], occupied: false });
  ask({ do: "point", id: 1, page, target: "cccd" });
  ask({ do: "point", id: 2, page, target: "cccd" });
  expect(said()).toEqual([ended(1)]);
  ask({ do: "stop-pointing" });
  expect(said()).toEqual([ended(1), ended(2)]);
});
