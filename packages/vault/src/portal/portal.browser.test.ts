import type { FormsView, OutboxView, SessionView } from "@cadre-care/domain";
import { afterEach, describe, expect, it, vi } from "vitest";
import { testBoardKeys } from "../testing/board-signature.ts";
import { serveFetch } from "../testing/channel-fetch.ts";
import { Clinic, DOCTOR } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { EXAM, publishForms, responseOf } from "../testing/sample-forms.ts";
import { codeOf, until, value } from "../testing/until.ts";
import { type ConnectOptions, connectVault } from "./connect-vault.ts";
import type { PortalCareService } from "./portal-care-service.ts";
import { SIGN_IN_CHANNEL } from "./sign-in-window.ts";

const WORKER = new URL("../testing/portal-worker.ts", import.meta.url);
const people = Array.from({ length: 12 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));

const boardKeys = await testBoardKeys();

const open: PortalCareService[] = [];
const endings: (() => void)[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const tab of open.splice(0)) tab.close();
  for (const end of endings.splice(0)) end();
});

/** A portal with its board. Each tab is a connection of its own: to one SharedWorker, or with a worker of its own. */
const portal = (kind: "shared" | "dedicated") => {
  const clinic = new Clinic(people);
  const name = clinic.databaseName;
  const requests: string[] = [];
  const sending = { now: 0, most: 0 };
  let gate: Promise<void> = Promise.resolve();
  endings.push(
    serveFetch(name, async (input, init) => {
      requests.push(`${init?.method ?? "GET"} ${new URL(String(input)).pathname}`);
      if (init?.method !== "POST" || !String(input).endsWith("/fhir")) return clinic.fetch(input, init);
      sending.now += 1;
      sending.most = Math.max(sending.most, sending.now);
      try {
        await gate;
        return await clinic.fetch(input, init);
      } finally {
        sending.now -= 1;
      }
    }),
  );
  const workers: (Worker | SharedWorker)[] = [];
  const options: ConnectOptions = {
    board: "https://board.example",
    boardKeys,
    redirectUri: "https://extension.example/back",
    site: "bv-tinh",
    databaseName: name,
    startWorker: () => {
      const worker =
        kind === "shared"
          ? new SharedWorker(WORKER, { type: "module", name })
          : new Worker(WORKER, { type: "module", name });
      workers.push(worker);
      return worker;
    },
  };
  /** The board's page, which comes back at once: windows are tried in the end-to-end test. */
  const signsIn = (tab: PortalCareService) => {
    const channel = new BroadcastChannel(SIGN_IN_CHANNEL);
    endings.push(() => channel.close());
    const page: Pick<Window, "closed" | "close" | "location"> = Object.assign(Object.create(null), {
      closed: false,
      close: () => undefined,
      location: {
        replace: async (url: string) =>
          channel.postMessage({ kind: "returned", url: await (await clinic.options()).authorise(url) }),
      },
    });
    vi.spyOn(window, "open").mockReturnValue(Object.assign(Object.create(null), page));
    return tab.signIn();
  };
  return {
    clinic,
    workers,
    requests,
    sending,
    signsIn,
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    tab: (changes: Partial<ConnectOptions> = {}) => {
      const tab = connectVault({ ...options, ...changes });
      open.push(tab);
      return tab;
    },
  };
};

const untilSession = (tab: PortalCareService, state: SessionView["state"]) =>
  until<SessionView>(
    (listener) => tab.subscribe("session", listener),
    (view) => view.state === state,
  );
const untilOutbox = (tab: PortalCareService, holds: (view: OutboxView) => boolean) =>
  until<OutboxView>((listener) => tab.subscribe("outbox", listener), holds);

const checkIn = async (tab: PortalCareService, number: number) => {
  const { subject } = value(await tab.statePatient(statedAs(person(number)), { emergency: false }));
  return value(await tab.checkIn(subject, false));
};

describe.each(["shared", "dedicated"] as const)("a portal with a %s worker", (kind) => {
  const atWork = async (change: (clinic: Clinic) => void = () => undefined) => {
    const hospital = portal(kind);
    change(hospital.clinic);
    const first = hospital.tab();
    value(await first.ready);
    value(await hospital.signsIn(first));
    value(await first.createSecret("246810"));
    value(await first.synchronise());
    const second = hospital.tab();
    value(await second.ready);
    if (kind === "dedicated") value(await second.unlock("246810"));
    await untilSession(second, "open");
    return { ...hospital, first, second };
  };

  it("accepts in one tab what the other sees, and sends it once", async () => {
    const { clinic, first, second, hold, sending } = await atWork();
    const release = hold();
    const visit = await checkIn(first, 3);
    const seen = await untilOutbox(second, ({ entries }) => entries.length > 0);
    expect(seen.entries.some(({ kind: what }) => what === "check-in")).toBe(true);
    const answers = Promise.all([first.sendNow(), second.sendNow()]);
    await vi.waitUntil(() => sending.now > 0, { timeout: 60_000 });
    release();
    for (const answer of await answers) value(answer);
    await untilOutbox(second, ({ waiting, parked }) => waiting + parked === 0);
    await untilOutbox(first, ({ waiting, parked }) => waiting + parked === 0);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(sending.most).toBe(1);
    expect(visit.visit.personId).toBe("person-3");
  });

  it("locks every tab when one is locked", async () => {
    const { first, second } = await atWork();
    value(await second.lock());
    await untilSession(first, "locked");
    const answer = await first.statePatient(statedAs(person(3)), { emergency: false });
    const subject = answer.ok ? answer.value.subject : "none";
    expect((await first.openDetails(subject)).ok).toBe(false);
  });

  it("tells every tab that a form was saved in another, and by which opening of it", async () => {
    const { first, second } = await atWork((clinic) => {
      clinic.user = DOCTOR;
      publishForms(clinic);
    });
    const { subject } = value(await first.statePatient(statedAs(person(3)), { emergency: false }));
    const { form, opening } = value(await first.openForm(subject, EXAM));
    // The view that opening it is has been sent: nothing but the draft is to tell now.
    for (const tab of [first, second]) await untilOutbox(tab, ({ entries }) => entries.length === 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { savedAt } = value(await first.saveDraft(form, responseOf(EXAM, "ở thẻ một"), opening));
    const { bound } = await until<FormsView>(
      (listener) => second.subscribe("forms", listener),
      (view) => view.bound[0]?.saved !== undefined,
    );
    expect(bound).toMatchObject([{ form, saved: { at: savedAt, opening: opening.id } }]);
  });

  it("signs every tab out when one is signed out", async () => {
    const { first, second } = await atWork();
    value(await first.signOut());
    await untilSession(second, "new");
  });

  it("speaks one language in every tab", async () => {
    const { first, second } = await atWork();
    value(await first.setLanguage("en"));
    await until<SessionView>(
      (listener) => second.subscribe("session", listener),
      ({ language }) => language === "en",
    );
  });

  it("goes on sending when the tab that began is closed in the middle, and sends nothing twice", async () => {
    const { clinic, first, second, hold, requests } = await atWork();
    const release = hold();
    for (const number of [1, 2, 4]) await checkIn(first, number);
    await vi.waitUntil(() => requests.includes("POST /fhir"), { timeout: 60_000 });
    first.close();
    await untilOutbox(second, ({ entries }) => entries.length > 0);
    release();
    value(await second.sendNow());
    await untilOutbox(second, ({ waiting, parked }) => waiting + parked === 0);
    expect(clinic.board.all("Encounter")).toHaveLength(3);
    expect(clinic.board.all("Provenance")).toHaveLength(3);
  });

  it("forgets the keys with the last tab, and nothing else", async () => {
    const { clinic, first, second, tab } = await atWork();
    clinic.board.down = true;
    await checkIn(first, 5);
    first.close();
    second.close();
    // A SharedWorker ends with its last document, which a test cannot close: the end-to-end test does.
    const again = tab(
      kind === "shared"
        ? { startWorker: () => new Worker(WORKER, { type: "module", name: clinic.databaseName }) }
        : {},
    );
    await untilSession(again, "locked");
    const waiting = await untilOutbox(again, (view) => view.waiting > 0);
    expect(JSON.stringify(waiting)).not.toContain(person(5).name);
    clinic.board.down = false;
    value(await again.unlock("246810"));
    value(await again.sendNow());
    expect(clinic.board.all("Encounter")).toHaveLength(1);
  });
});

describe("a worker of its own for each tab", () => {
  it("hears that somebody signed in elsewhere", async () => {
    const hospital = portal("dedicated");
    const [first, second] = [hospital.tab(), hospital.tab()];
    value(await first.ready);
    value(await second.ready);
    await untilSession(second, "new");
    value(await hospital.signsIn(first));
    value(await first.createSecret("246810"));
    await untilSession(second, "locked");
    value(await second.unlock("246810"));
  });

  it("is replaced when it dies; what was asked meanwhile says so, and what is watched goes on", async () => {
    const hospital = portal("dedicated");
    const tab = hospital.tab();
    value(await tab.ready);
    value(await hospital.signsIn(tab));
    value(await tab.createSecret("246810"));
    const seen: string[] = [];
    tab.subscribe("session", ({ state }) => void seen.push(state));
    await untilSession(tab, "open");
    const dead = hospital.workers[0];
    if (dead instanceof Worker) dead.terminate();
    await expect(tab.unlock("246810")).rejects.toThrow("safe");
    await untilSession(tab, "locked");
    expect(seen.at(-1)).toBe("locked");
    expect(hospital.workers).toHaveLength(2);
  });
});

it("keeps no session open by what it asks for by itself", async () => {
  const { clinic, tab } = portal("dedicated");
  const page = tab();
  value(await page.ready);
  const news: string[] = [];
  const channel = new BroadcastChannel(`${clinic.databaseName}/peers`);
  endings.push(() => channel.close());
  channel.addEventListener("message", (event: MessageEvent<{ kind: string }>) => news.push(event.data.kind));
  await page.listForms("none");
  await page.saveDraft("none", {}, { id: "none" });
  // What other workers hear comes in order: only this last call, a user's, is told as one.
  value(await page.setLanguage("en"));
  await vi.waitUntil(() => news.includes("language"), { timeout: 60_000 });
  expect(news.filter((kind) => kind === "activity")).toEqual(["activity"]);
});

it("says that a worker could not be started", async () => {
  const tab = portal("dedicated").tab({
    startWorker: () => new Worker(new URL("/no-such-worker.js", location.href), { type: "module" }),
  });
  expect(codeOf(await tab.ready)).toBe("portal-worker-failed");
});

it("says that the page may start no worker", async () => {
  const tab = portal("dedicated").tab({
    startWorker: () => {
      throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
    },
  });
  expect(codeOf(await tab.ready)).toBe("portal-worker-failed");
  await expect(tab.lock()).rejects.toThrow("safe");
});

it("says that the sign-in window was blocked", async () => {
  const tab = portal("dedicated").tab();
  vi.spyOn(window, "open").mockReturnValue(null);
  expect(codeOf(await tab.signIn())).toBe("sign-in-window-blocked");
});

it("refuses a tab that is set up for another board", async () => {
  const hospital = portal("shared");
  value(await hospital.tab().ready);
  const other = hospital.tab({ board: "https://elsewhere.example" });
  expect(codeOf(await other.ready)).toBe("portal-options-differ");
  await expect(other.lock()).rejects.toThrow("safe");
});
