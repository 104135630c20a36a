import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { VisibilityProof } from "./visibility-proof.ts";

interface Seen {
  readonly intersectionRatio: number;
  readonly isVisible: boolean;
}
const SEEN: Seen = { intersectionRatio: 1, isVisible: true };
const COVERED: Seen = { intersectionRatio: 1, isVisible: false };

/** A browser's observer, whose reports wait until the browser has time for them or they are taken. */
class Observer {
  static last: Observer;
  readonly #tell: (entries: readonly Seen[]) => void;
  readonly #waiting: Seen[] = [];

  constructor(tell: (entries: readonly Seen[]) => void) {
    this.#tell = tell;
    Observer.last = this;
  }

  observe(): void {}
  disconnect(): void {}

  takeRecords(): readonly Seen[] {
    return this.#waiting.splice(0);
  }

  looks(seen: Seen): void {
    this.#waiting.push(seen);
  }

  tells(): void {
    this.#tell(this.takeRecords());
  }
}

const watched = (): VisibilityProof => {
  const proof = new VisibilityProof();
  proof.watch(document.createElement("div"));
  return proof;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.stubGlobal("IntersectionObserver", Observer);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("holds after half a second of being seen", () => {
  const proof = watched();
  Observer.last.looks(SEEN);
  Observer.last.tells();
  vi.advanceTimersByTime(499);
  expect(proof.holds).toBe(false);
  vi.advanceTimersByTime(1);
  expect(proof.holds).toBe(true);
});

it("counts what the browser saw and has not told yet: covered just before the click", () => {
  const proof = watched();
  Observer.last.looks(SEEN);
  Observer.last.tells();
  vi.advanceTimersByTime(600);
  Observer.last.looks(COVERED);
  expect(proof.holds).toBe(false);
});

it("begins anew after being covered, however short", () => {
  const proof = watched();
  Observer.last.looks(SEEN);
  Observer.last.tells();
  vi.advanceTimersByTime(600);
  Observer.last.looks(COVERED);
  Observer.last.looks(SEEN);
  expect(proof.holds).toBe(false);
  vi.advanceTimersByTime(500);
  expect(proof.holds).toBe(true);
});
