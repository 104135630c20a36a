import { setImmediate } from "node:timers/promises";
import type { ReactiveControllerHost } from "lit";
import { expect, it, vi } from "vitest";
import { OnDemand } from "../care/on-demand.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import type * as EntryDetails from "./entry-details.ts";
import { OpenedEntry } from "./opened-entry.ts";

const host: ReactiveControllerHost = {
  addController: vi.fn(),
  removeController: vi.fn(),
  requestUpdate: vi.fn(),
  updateComplete: Promise.resolve(true),
};

const opening = () => {
  let arrive: (part: typeof EntryDetails) => void = () => undefined;
  const coming = new Promise<typeof EntryDetails>((resolve) => {
    arrive = resolve;
  });
  const opened = new OpenedEntry(host, new OnDemand(host, () => coming));
  const here = async (): Promise<void> => {
    arrive(await import("./entry-details.ts"));
    await setImmediate();
  };
  return { opened, here, service: new ScriptedService() };
};

it("looks at an entry once what draws it is here", async () => {
  const { opened, here, service } = opening();
  void opened.open(service, "one");
  expect(service.called("openEntry")).toEqual([]);
  await here();
  expect(service.called("openEntry")).toHaveLength(1);
});

it("has nobody look at what was closed, or left for another, before that", async () => {
  const { opened, here, service } = opening();
  void opened.open(service, "one");
  void opened.open(service, "two");
  void opened.open(service, "one");
  await here();
  expect(service.called("openEntry")).toHaveLength(1);

  const closed = opening();
  void closed.opened.open(closed.service, "one");
  closed.opened.close();
  await closed.here();
  expect(closed.service.called("openEntry")).toEqual([]);
});
