import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BackgroundLink } from "./background-link.ts";

interface ScriptedPort {
  dead: boolean;
  say: (order: unknown) => void;
  leave: () => void;
}
const ports = vi.hoisted((): ScriptedPort[] => []);
vi.mock("../runtime.ts", () => ({
  runtime: {
    connect: () => {
      const port: ScriptedPort = { dead: false, leave: () => undefined, say: () => undefined };
      ports.push(port);
      return {
        onDisconnect: {
          addListener: (listener: () => void) => {
            port.leave = listener;
          },
        },
        onMessage: {
          addListener: (listener: (order: unknown) => void) => {
            port.say = listener;
          },
        },
        postMessage: () => {
          if (port.dead) throw new Error("Attempting to use a disconnected port object");
        },
        disconnect: () => undefined,
      };
    },
  },
}));

beforeEach(() => {
  ports.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it("connects again after a port that died while something was said over it", () => {
  const connected = vi.fn();
  const link = new BackgroundLink(connected, vi.fn(), vi.fn());
  link.open();
  const [first] = ports;
  if (first === undefined) throw new Error("no port");
  first.dead = true;
  link.send({ type: "patient-gone" });
  first.leave();
  vi.advanceTimersByTime(1000);
  expect(ports).toHaveLength(2);
  expect(connected).toHaveBeenCalledTimes(2);
});

it("wakes a background that slept at once, and asks one that turns it away ever less often", () => {
  new BackgroundLink(vi.fn(), vi.fn(), vi.fn()).open();
  ports.at(-1)?.say("on");
  vi.advanceTimersByTime(30_000);
  ports.at(-1)?.leave();
  vi.advanceTimersByTime(0);
  expect(ports).toHaveLength(2);
  const waits = Array.from({ length: 8 }, () => {
    // A slow machine takes longer to say no; that is no service.
    vi.advanceTimersByTime(2000);
    const before = performance.now();
    const known = ports.length;
    ports.at(-1)?.leave();
    while (ports.length === known) vi.advanceTimersByTime(100);
    return performance.now() - before;
  });
  expect(waits).toEqual([600, 1200, 2400, 4800, 9600, 10_000, 10_000, 10_000]);
  ports.at(-1)?.say("off");
  vi.advanceTimersByTime(1000);
  ports.at(-1)?.leave();
  vi.advanceTimersByTime(0);
  ports.at(-1)?.leave();
  vi.advanceTimersByTime(600);
  expect(ports).toHaveLength(12);
});
