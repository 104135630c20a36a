import { failure, formProblems, type Result, success } from "@cadre-care/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { problem } from "../testing/sample-views.ts";
import { DraftSaver, type DraftState } from "./draft-saver.ts";

type Saved = Result<{ readonly savedAt: string }>;

const saver = (answers: (() => Promise<Saved>)[] = []) => {
  const states: string[] = [];
  let saved = 0;
  const draft = new DraftSaver({
    take: () => undefined,
    save: () => {
      saved += 1;
      return answers.shift()?.() ?? Promise.resolve(success({ savedAt: `t-${saved}` }));
    },
    told: ({ state }: DraftState) => states.push(state),
    gone: problem,
  });
  return { draft, states, saved: () => saved };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a draft", () => {
  it("is saved once at a pause, not at every key", async () => {
    const { draft, states, saved } = saver();
    for (let key = 0; key < 20; key += 1) {
      draft.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved()).toBe(0);
    await vi.advanceTimersByTimeAsync(800);
    expect(saved()).toBe(1);
    expect(draft.state).toEqual({ state: "saved", savedAt: "t-1" });
    expect(new Set(states)).toEqual(new Set(["waiting", "saving", "saved"]));
  });

  it("is saved at once when asked, and only if there is something", async () => {
    const { draft, saved } = saver();
    await draft.flush();
    expect(saved()).toBe(0);
    draft.changed();
    await draft.flush();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saved()).toBe(1);
  });

  it("never has two savings under way, and saves again what came meanwhile", async () => {
    let release = (): void => undefined;
    const slow = () =>
      new Promise<Saved>((resolve) => {
        release = () => resolve(success({ savedAt: "slow" }));
      });
    const { draft, saved } = saver([slow]);
    draft.changed();
    await vi.advanceTimersByTimeAsync(800);
    draft.changed();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved()).toBe(1);
    expect(draft.state.state).toBe("saving");
    release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved()).toBe(2);
    expect(draft.state.state).toBe("saved");
  });

  it("says that it is not saved, keeps what was entered, and tries again by itself", async () => {
    const { draft, saved } = saver([
      async () => failure("full", { vi: "Đầy", en: "Full" }),
      () => Promise.reject(new Error("port closed")),
    ]);
    draft.changed();
    await vi.advanceTimersByTimeAsync(800);
    expect(draft.state).toMatchObject({ state: "failed", problem: { code: "full" } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(draft.state).toMatchObject({ state: "failed", problem });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved()).toBe(3);
    expect(draft.state.state).toBe("saved");
  });

  it.each(["form-submitted", "form-unknown"] as const)(
    "that can never be saved (%s) is not tried again by itself",
    async (code) => {
      const { draft, saved } = saver([
        async () => formProblems.refuse(code),
        async () => formProblems.refuse(code),
      ]);
      draft.changed();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(saved()).toBe(1);
      expect(draft.state).toMatchObject({ state: "failed", problem: { code } });
      // What is entered afterwards is tried once too.
      draft.changed();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(saved()).toBe(2);
    },
  );

  it("is saved no more once stopped, and goes on with what was left", async () => {
    const { draft, saved } = saver();
    draft.changed();
    draft.stop();
    draft.changed();
    await draft.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved()).toBe(0);
    draft.resume();
    await vi.advanceTimersByTimeAsync(10);
    expect(saved()).toBe(1);
  });

  it("keeps in mind what is entered while it is stopped", async () => {
    const { draft, saved } = saver();
    draft.changed();
    await draft.flush();
    draft.stop();
    draft.changed();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved()).toBe(1);
    draft.resume();
    await vi.advanceTimersByTimeAsync(10);
    expect(saved()).toBe(2);
  });

  it("is saved behind a form that goes away, as it was then and after what is under way", async () => {
    const contents: string[] = [];
    const releases: (() => void)[] = [];
    let content = "first";
    const draft = new DraftSaver({
      take: () => content,
      save: async (taken: string) => {
        contents.push(taken);
        await new Promise<void>((resolve) => releases.push(resolve));
        return success({ savedAt: "t" });
      },
      told: () => undefined,
      gone: problem,
    });
    draft.changed();
    await vi.advanceTimersByTimeAsync(800);
    content = "second";
    draft.changed();
    draft.end();
    content = "somebody else's";
    await vi.advanceTimersByTimeAsync(1_000);
    expect(contents).toEqual(["first"]);
    releases[0]?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(contents).toEqual(["first", "second"]);
  });
});
