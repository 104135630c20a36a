import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scriptedPort } from "../testing/scripted-port.ts";
import { DocumentLink, PATIENCE } from "./document-link.ts";

const hello = {
  said: "hello" as const,
  token: "a".repeat(20),
  attribute: "a".repeat(12),
  origin: "https://his.example",
  path: "/ds",
  nested: false,
  frames: [],
};
/** A document at the other end of a port, which says what a test lets it say. */
const linked = () => {
  const { port, say } = scriptedPort("setup-page");
  const silent = vi.fn();
  const observer = { changed: () => undefined, drawn: () => undefined, gone: () => undefined, silent };
  return { link: new DocumentLink(port, 0, hello, observer), say, silent };
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

describe("a page that does not answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settled = vi.fn();
  beforeEach(() => settled.mockClear());

  it.each<[string, (link: DocumentLink) => Promise<unknown>]>([
    ["draft", (link) => link.draft()],
    ["look", (link) => link.look({})],
    ["fixture", (link) => link.fixture([])],
  ])("is waited for ten seconds for a %s, and it is said that it is silent", async (_what, ask) => {
    const { link, silent } = linked();
    void ask(link).then(settled);
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(settled).not.toHaveBeenCalled();
    expect(silent).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled.mock.calls).toEqual([[undefined]]);
    expect(silent).toHaveBeenCalledOnce();
  });

  it("is not silent when it answered, or was left", async () => {
    const { link, say, silent } = linked();
    const asked = link.draft();
    say(draft(1));
    expect((await asked)?.where.path).toBe("/ds");
    const left = link.draft();
    link.close();
    await left;
    await vi.advanceTimersByTimeAsync(2 * PATIENCE);
    expect(silent).not.toHaveBeenCalled();
  });

  it("is waited for while a person points in it", async () => {
    const { link, say, silent } = linked();
    const asked = link.point({}, "cccd", []);
    await vi.advanceTimersByTimeAsync(60 * PATIENCE);
    say({ said: "pointed", id: 1, state: "ended", questions: [], occupied: false });
    expect((await asked)?.state).toBe("ended");
    expect(silent).not.toHaveBeenCalled();
  });
});
