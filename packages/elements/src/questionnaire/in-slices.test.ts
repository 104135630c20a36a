import { expect, it } from "vitest";
import { inSlices } from "./in-slices.ts";

const painted = (): Promise<void> => Promise.resolve();

const work = (amount: number, done: number[]): Iterator<unknown> => {
  let next = 0;
  return {
    next: () => {
      if (next === amount) return { done: true, value: undefined };
      done.push(next);
      next += 1;
      return { done: false, value: undefined };
    },
  };
};

it("does the first pieces at once and the rest later, each once and in order", async () => {
  const done: number[] = [];
  await new Promise<void>((resolve) => {
    const slices = inSlices(work(500, done), 10, painted, resolve);
    expect(done).toHaveLength(10);
    expect(slices.pending).toBe(true);
  });
  expect(done).toEqual(Array.from({ length: 500 }, (_, index) => index));
});

it("waits with the rest until the first pieces are painted", async () => {
  const done: number[] = [];
  let paint = (): void => undefined;
  const later = new Promise<void>((resolve) => {
    paint = resolve;
  });
  const all = new Promise<void>((resolve) => {
    inSlices(work(500, done), 10, () => later, resolve);
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toHaveLength(10);
  paint();
  await all;
  expect(done).toHaveLength(500);
});

it("does all at once where it must", () => {
  const done: number[] = [];
  let told = 0;
  const slices = inSlices(work(500, done), 10, painted, () => {
    told += 1;
  });
  slices.finish();
  slices.finish();
  expect(done).toHaveLength(500);
  expect(told).toBe(1);
  expect(slices.pending).toBe(false);
});

it("does nothing more after it was stopped", async () => {
  const done: number[] = [];
  let told = 0;
  inSlices(work(500, done), 10, painted, () => {
    told += 1;
  }).stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toHaveLength(10);
  expect(told).toBe(0);
});
