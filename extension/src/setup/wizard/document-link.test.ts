import { expect, it, vi } from "vitest";
import { DocumentLink } from "./document-link.ts";

const hello = {
  said: "hello" as const,
  token: "a".repeat(20),
  attribute: "a".repeat(12),
  origin: "https://his.example",
  path: "/ds",
  nested: false,
  frames: [],
};
const event = <Listener>() => ({
  addListener: vi.fn<(listener: Listener) => void>(),
  removeListener: () => undefined,
  hasListener: () => false,
  hasListeners: () => false,
});

/** A document at the other end of a port, which says what a test lets it say. */
const linked = () => {
  const onMessage = event<(message: unknown) => void>();
  const port = {
    name: "setup-page",
    onMessage,
    onDisconnect: event<() => void>(),
    postMessage: vi.fn(),
    disconnect: () => undefined,
  };
  const observer = { changed: () => undefined, drawn: () => undefined, gone: () => undefined };
  const link = new DocumentLink(port, 0, hello, observer);
  const say = (message: unknown): void => {
    for (const [listener] of onMessage.addListener.mock.calls) listener(message);
  };
  return { link, say };
};

const draft = (id: number) => ({ said: "draft", id, where: { path: "/ds", frame: "top" } });

it("nobody waits for an answer of a document that was left", async () => {
  const { link } = linked();
  const asked = link.draft();
  // A port that is closed from this side fires no disconnect here.
  link.close();
  expect(await asked).toBeUndefined();
});

it("an answer that cannot be read is none, and others are waited for still", async () => {
  const { link, say } = linked();
  const asked = link.draft();
  const other = link.draft();
  say({ ...draft(1), where: { path: "x".repeat(5_000), frame: "top" } });
  say(draft(2));
  expect(await asked).toBeUndefined();
  expect((await other)?.where.path).toBe("/ds");
});

it("what names nobody's question ends the waiting of all, but not what is drawn", async () => {
  const { link, say } = linked();
  const asked = link.draft();
  say({ said: "boxes", boxes: "none" });
  say(draft(1));
  expect((await asked)?.where.path).toBe("/ds");
  const unanswered = link.draft();
  say({ said: "draft" });
  expect(await unanswered).toBeUndefined();
});

it("a page that could not do what was asked says so", async () => {
  const { link, say } = linked();
  const asked = link.look({});
  say({ said: "failed", id: 1 });
  expect(await asked).toBeUndefined();
});
