import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import type { PatientReading } from "@cadre-care/his/page";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageMessage } from "../protocol/page-messages.ts";
import { PageSession } from "./page-session.ts";

const sent = vi.hoisted((): PageMessage[] => []);
/** What listens to the background. */
const orders = vi.hoisted((): ((order: string) => void)[] => []);
vi.mock("../runtime.ts", () => ({
  runtime: {
    getURL: () => "about:blank",
    connect: () => ({
      onDisconnect: { addListener: () => undefined },
      onMessage: { addListener: (listener: (order: string) => void) => orders.push(listener) },
      postMessage: (message: PageMessage) => sent.push(message),
      disconnect: () => undefined,
    }),
  },
}));

/** Whether the page is really read; else what it shows is said by the test alone. */
const reading = vi.hoisted(() => ({ real: true }));
vi.mock("@cadre-care/his/page", async (original) => {
  const real = await original<typeof import("@cadre-care/his/page")>();
  const watchPage: typeof real.watchPage = (watched) => {
    if (reading.real) real.watchPage(watched);
  };
  return { ...real, watchPage };
});

const profile = (origin = "https://elsewhere.example"): SiteProfile => {
  const read = readSiteProfile({
    formatVersion: 1,
    id: "test",
    name: { vi: "Thử", en: "Test" },
    site: "site-test",
    // By default nothing of this page is recognised: what is shown is said below.
    origins: [origin],
    panel: "docked",
    pages: [
      {
        id: "patient",
        kind: "patient",
        recognise: [{ selector: "#patient" }],
        root: "#patient",
        fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: ".cccd" }] }] },
        banner: { anchor: "#patient", position: "before" },
      },
    ],
  });
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
};

const patient = (element: Element, generation = 1): PatientReading => ({
  kind: "patient",
  page: "patient",
  generation,
  settled: true,
  identity: { identifiers: [{ kind: "cccd", value: `00306100000${generation}` }] },
  urgency: { emergency: false },
  anchor: { element, position: "before" },
  faults: [],
  facts: [],
});

const order = (word: "on" | "off"): void => {
  for (const listener of orders) listener(word);
};
const tokenOf = (role: string): string | undefined =>
  sent.flatMap((message) => (message.type === "host" && message.role === role ? [message.token] : [])).at(-1);
const left = (): readonly string[] =>
  sent.flatMap((message) => (message.type === "host-gone" ? [message.token] : []));
/** Docked frames directly in an element; a host's random attribute says what it is. */
const docks = (parent: Element = document.body): readonly Element[] =>
  [...parent.children].filter((element) =>
    [...element.attributes].some(({ name, value }) => /^[a-z]{12}$/.test(name) && value === "c"),
  );

describe("a page whose background has not spoken yet", () => {
  const looks = vi.spyOn(Document.prototype, "querySelectorAll");
  let session: PageSession;
  /** A page that is watched is read at its next frame, and looked at again within half a second. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 600));

  beforeEach(() => {
    sent.length = 0;
    orders.length = 0;
    document.body.innerHTML = '<section id="patient"><b class="cccd">003061000001</b></section>';
    session = new PageSession(profile(location.origin));
    looks.mockClear();
    session.start();
  });
  afterEach(() => {
    session.stop();
    document.body.replaceChildren();
  });

  const said = () => new Set(sent.map(({ type }) => type));
  const isRead = () => vi.waitFor(() => expect(said()).toContain("patient"));

  it("is not read, not while it waits and not when it hears that its profile is off", async () => {
    await aWhile();
    order("off");
    await aWhile();
    expect(said()).toEqual(new Set(["hello"]));
    expect(looks).not.toHaveBeenCalled();
    expect(document.body.children).toHaveLength(1);
    order("on");
    await isRead();
    expect(looks).toHaveBeenCalled();
  });

  it("is read as soon as it hears that its profile is on", async () => {
    order("on");
    await isRead();
    expect(document.body.children.length).toBeGreaterThan(1);
  });
});

describe("a docked frame", () => {
  let session: PageSession;
  let root: HTMLElement;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    reading.real = false;
    sent.length = 0;
    orders.length = 0;
    document.body.innerHTML = '<main><section id="patient"></section></main>';
    root = document.querySelector<HTMLElement>("#patient") ?? document.body;
    session = new PageSession(profile());
    session.start();
    order("on");
    session.page("patient", []);
    session.patient(patient(root));
  });
  afterEach(() => {
    session.stop();
    reading.real = true;
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it("stays while its patient is gone for a moment, and for the next patient", () => {
    const [dock] = docks();
    const token = tokenOf("docked");
    expect(dock).toBeDefined();
    session.patientGone("patient");
    expect(sent.at(-1)?.type).toBe("host-gone");
    session.page("list", []);
    vi.advanceTimersByTime(1500);
    session.page("patient", []);
    session.patient(patient(root, 2));
    vi.advanceTimersByTime(10_000);
    expect(docks()).toHaveLength(1);
    expect(docks()[0]).toBe(dock);
    expect(left()).not.toContain(token);
  });

  it("and each other host hold a box that is told of deeper than anything of the page", () => {
    expect(session.sentinels()).toHaveLength(2);
    for (const [box = document.body] of session.sentinels()) {
      const root = box.getRootNode();
      expect(root instanceof ShadowRoot && root.mode).toBe("closed");
      let depth = 0;
      for (let up = box.parentElement; up !== null; up = up.parentElement) depth += 1;
      expect(depth).toBeGreaterThanOrEqual(100);
      // Nothing of it is seen, nor widens what scrolls.
      expect(box.closest<HTMLElement>("[style*=strict]")?.style.overflow).toBe("hidden");
      expect(box.checkVisibility({ visibilityProperty: true })).toBe(false);
      expect(box.getBoundingClientRect().width).toBe(1);
    }
    session.patientGone("patient");
    expect(session.sentinels()).toHaveLength(1);
  });

  it("goes once another page stands", () => {
    session.patientGone("patient");
    vi.advanceTimersByTime(10_000);
    expect(docks()).toHaveLength(1);
    session.page("unrecognised", []);
    session.page("list", []);
    vi.advanceTimersByTime(2500);
    expect(docks()).toEqual([]);
    expect(left()).toContain(tokenOf("docked"));
    session.patient(patient(root));
    expect(docks()).toHaveLength(1);
  });

  it("is in reach beside a patient in a modal dialog", () => {
    document.body.innerHTML = '<dialog><section id="patient"></section></dialog>';
    const dialog = document.querySelector("dialog");
    const inside = document.querySelector("#patient");
    if (dialog === null || inside === null) throw new Error("no dialog");
    dialog.showModal();
    session.patient(patient(inside));
    expect(docks(dialog)).toHaveLength(1);
    const nested = inside.attachShadow({ mode: "closed" });
    nested.append(document.createElement("p"));
    const [inRoot] = nested.children;
    if (inRoot) session.patient(patient(inRoot));
    expect(docks(dialog)).toHaveLength(1);
    session.patientGone("patient");
    session.patient(patient(document.body.appendChild(document.createElement("section"))));
    expect(docks(dialog)).toEqual([]);
    expect(docks()).toHaveLength(1);
  });

  it("leaves with the banner when the profile is switched off, and is back once it is on again", () => {
    const banner = () => root.previousElementSibling;
    expect(banner()).not.toBeNull();
    order("off");
    expect(docks()).toEqual([]);
    expect(banner()).toBeNull();
    expect(left()).toEqual(expect.arrayContaining([tokenOf("banner"), tokenOf("docked")]));
    const before = sent.length;
    order("off");
    expect(sent).toHaveLength(before);
    order("on");
    session.page("patient", []);
    session.patient(patient(root));
    expect(banner()).not.toBeNull();
    expect(docks()).toHaveLength(1);
  });
});
