import { personSchema, siteLinkFact } from "@cadre-care/fhir";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { LinkDesk, pageOf } from "../testing/link-desk.ts";
import { person } from "../testing/people.ts";
import { value } from "../testing/until.ts";

const people = Array.from({ length: 12 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
const CODE = "BN,0003";

let first: Clinic;
let second: Clinic;
let here: LinkDesk;
let there: LinkDesk;
beforeEach(async () => {
  first = new Clinic(people);
  second = new Clinic(people, undefined, first.board);
  here = new LinkDesk(first, await first.atWork());
  there = new LinkDesk(second, await second.atWork());
});
afterEach(async () => {
  await here.vault.close();
  await there.vault.close();
});

const facts = () =>
  first.board.all("Person").flatMap((resource) => siteLinkFact(personSchema.parse(resource)) ?? []);
const unlinked = () =>
  first.board.all("AuditEvent").filter((audit) => JSON.stringify(audit).includes("site-link-removed"));
const shared = async (): Promise<void> => {
  await here.learn(3, CODE);
  await here.checkIn(3, CODE);
  value(await there.vault.synchronise());
};

describe("a link is shared", () => {
  it("after a check-in and not before, once, and the next workstation marks by it", async () => {
    await here.learn(3, CODE);
    await here.vault.drain();
    expect(facts()).toEqual([]);
    expect(await there.mark(CODE)).toBe("none");
    await here.checkIn(3, CODE);
    await here.checkIn(3, CODE);
    expect(facts()).toMatchObject([{ site: "bv-tinh", code: CODE, personId: "person-3", active: true }]);
    value(await there.vault.synchronise());
    expect(await there.mark(CODE)).toBe("managed");
    expect((await there.details(3, CODE)).link).toMatchObject({ alone: false, shared: true });
    expect((await here.details(3, CODE)).link).toMatchObject({ shared: true, by: "Lê Thị Tiếp" });
  });

  it("not when somebody else is checked in, nor before two readings", async () => {
    const scope = here.page();
    const subject = await here.read(scope, pageOf(3, CODE));
    value(await scope.service.checkIn(subject, false));
    await here.learn(4, "BN4");
    await here.checkIn(5, "BN5");
    await here.vault.drain();
    expect(facts()).toEqual([]);
  });

  it("not at a board that keeps none: no entry waits, and this machine marks by it all the same", async () => {
    const third = new Clinic(people);
    let person = false;
    const vault = await third.atWork({
      fetch: async (input, init) =>
        !person && new Request(input, init).url.includes("/Person?")
          ? new Response("{}", { status: 404 })
          : third.fetch(input, init),
    });
    const desk = new LinkDesk(third, vault);
    await desk.learn(3, CODE);
    await desk.checkIn(3, CODE);
    expect(third.board.all("Person")).toEqual([]);
    expect(value(await vault.drain())).toMatchObject({ waiting: 0, parked: 0 });
    expect(await desk.mark(CODE)).toBe("managed");
    person = true;
    value(await vault.synchronise());
    await desk.checkIn(3, CODE);
    expect(third.board.all("Person")).toHaveLength(1);
    await vault.close();
  });

  it("once in effect, also when its answer is lost and the machine starts again", async () => {
    await here.learn(3, CODE);
    first.board.faults = [];
    first.board.down = true;
    await here.checkIn(3, CODE);
    await here.vault.close();
    first.board.down = false;
    const again = await first.open();
    if (again.session.view().state === "locked") value(await again.session.unlock("246810"));
    const { service } = again.scope("tab-1");
    first.board.faults = ["lost-after"];
    value(await service.sendNow());
    value(await service.sendNow());
    expect(facts()).toHaveLength(1);
    here = new LinkDesk(first, again);
    expect(await here.mark(CODE)).toBe("managed");
  });

  it("and read by a machine whose roster is whole, not before: nobody is passed over", async () => {
    const site = "bv-khu-vuc";
    const elsewhere = new LinkDesk(first, here.vault, site);
    await elsewhere.learn(3, CODE);
    await elsewhere.checkIn(3, CODE);
    const third = new Clinic(people, undefined, first.board);
    let cut = true;
    const vault = await third.atWork({
      fetch: async (input, init) =>
        cut && new Request(input, init).url.includes("/Flag?")
          ? new Response("overloaded", { status: 503 })
          : third.fetch(input, init),
    });
    const asked = () => first.board.requests.filter((request) => request.includes("/Person?")).length;
    const before = asked();
    const desk = new LinkDesk(third, vault, site);
    desk.page("list").close();
    expect((await vault.synchronise()).ok).toBe(false);
    expect(asked()).toBe(before);
    cut = false;
    value(await vault.synchronise());
    expect(await desk.mark(CODE)).toBe("managed");
    await vault.close();
  });

  it("and read for people of the directory alone: of strangers no row is kept", async () => {
    const stranger = pageOf(77, "BN-77");
    first.add({ ...person(77), tier: "nhom-1" });
    value(await here.vault.synchronise());
    await here.learn(77, "BN-77");
    await here.checkIn(77, "BN-77");
    expect(facts()).toMatchObject([{ personId: "person-77", active: true }]);
    const flag = first.board.all("Flag").find(({ id }) => id === "flag-person-77");
    if (flag) first.board.put({ ...flag, status: "inactive" });
    value(await there.vault.synchronise());
    expect(first.board.requests.filter((request) => request.includes("/Person?")).length).toBeGreaterThan(0);
    expect(await there.rows()).toEqual([]);
    expect(await there.mark("BN-77")).toBe("none");
    expect(await there.read(there.page(), stranger)).not.toBe("");
    // One row of no meaning.
    expect(await there.rows()).toHaveLength(1);
  });

  it("and known to another hospital's machines as nothing", async () => {
    await shared();
    const elsewhere = new LinkDesk(second, there.vault, "bv-khu-vuc");
    expect(await elsewhere.mark(CODE)).toBe("none");
  });
});

describe("a link that is over", () => {
  it("goes from the board and from the other workstation, and comes back by readings with a check-in only", async () => {
    await shared();
    await there.read(there.page(), pageOf(5, CODE));
    expect(await there.mark(CODE)).toBe("none");
    await there.vault.drain();
    expect(facts().map(({ active }) => active)).toEqual([false]);
    value(await here.vault.synchronise());
    expect(await here.mark(CODE)).toBe("none");
    await here.learn(3, CODE);
    expect(await here.mark(CODE)).toBe("none");
    await here.checkIn(3, CODE);
    expect(await here.mark(CODE)).toBe("managed");
    expect(facts().filter(({ active }) => active)).toMatchObject([{ personId: "person-3" }]);
  });

  it("is over in another tab of this machine too, with the next look at the time", async () => {
    await here.learn(3, CODE);
    const tab = new LinkDesk(first, await first.open({ shared: true }));
    expect(await tab.mark(CODE)).toBe("managed");
    const page = here.page();
    value(await page.service.withdrawLink(await here.read(page, pageOf(3, CODE))));
    await tab.vault.wake();
    expect(await tab.mark(CODE)).toBe("none");
    await tab.vault.close();
  });

  it("does not come back from a board that has not heard yet", async () => {
    await shared();
    first.board.poison = (resource) =>
      JSON.stringify(resource).includes("site-link-removed") ? "busy" : undefined;
    await there.read(there.page(), pageOf(5, CODE));
    value(await there.vault.synchronise());
    expect(facts().map(({ active }) => active)).toEqual([true]);
    expect(await there.mark(CODE)).toBe("none");
  });

  it("waits for no share of the same code that is stopped here: the board's record goes, and the audit comes", async () => {
    await here.learn(3, CODE);
    await there.learn(3, CODE);
    await here.checkIn(3, CODE);
    first.board.poison = ({ resourceType, active }) =>
      resourceType === "Person" && active ? "refused" : undefined;
    await there.checkIn(3, CODE);
    value(await there.vault.synchronise());
    await there.read(there.page(), pageOf(5, CODE));
    value(await there.vault.drain());
    expect(facts().map(({ active }) => active)).toEqual([false]);
    expect(unlinked()).toHaveLength(1);
    first.board.poison = () => undefined;
    expect(value(await there.page().service.sendNow())).toMatchObject({ waiting: 0, parked: 0 });
    expect(facts().map(({ active }) => active)).toEqual([false, false]);
    expect(unlinked()).toHaveLength(1);
  });

  it("is over at the board before the code is shared anew, also where both wait", async () => {
    await shared();
    first.board.down = true;
    await there.read(there.page(), pageOf(5, CODE));
    await there.learn(3, CODE);
    await there.checkIn(3, CODE);
    first.board.down = false;
    first.board.poison = (resource) =>
      JSON.stringify(resource).includes("site-link-removed") ? "refused" : undefined;
    expect(value(await there.page().service.sendNow())).toMatchObject({ waiting: 1, parked: 2 });
    first.board.poison = () => undefined;
    expect(value(await there.page().service.sendNow())).toMatchObject({ waiting: 0, parked: 0 });
    expect(facts().map(({ active }) => active)).toEqual([false, true]);
    expect(await there.mark(CODE)).toBe("managed");
  });
});

describe("the same code for two people", () => {
  it("at two workstations: the later is refused, waits for a person, and marks nobody by it", async () => {
    await here.learn(3, CODE);
    await there.learn(5, CODE);
    await here.checkIn(3, CODE);
    await there.checkIn(5, CODE);
    expect(facts()).toMatchObject([{ personId: "person-3", active: true }]);
    expect(await there.mark(CODE, (kind) => kind === "none")).toBe("none");
    expect(value(await there.vault.drain()).entries).toMatchObject([
      { kind: "site-link", state: "parked", problem: { code: "his-code-linked" } },
      { kind: "site-link-withdrawal", state: "waiting" },
    ]);
    value(await there.vault.synchronise());
    expect(await there.mark(CODE)).toBe("none");
  });

  it("refused once, accepted when the other's is gone: it is taken back at once, and nobody marks by it", async () => {
    await here.learn(3, CODE);
    await there.learn(5, CODE);
    await here.checkIn(3, CODE);
    await there.checkIn(5, CODE);
    expect(await there.mark(CODE, (kind) => kind === "none")).toBe("none");
    const page = here.page();
    value(await page.service.withdrawLink(await here.read(page, pageOf(3, CODE))));
    await here.vault.drain();
    const outbox = value(await there.page().service.sendNow());
    expect(outbox).toMatchObject({ waiting: 0, parked: 0 });
    expect(facts()).toMatchObject([
      { personId: "person-3", active: false },
      { personId: "person-5", active: false },
    ]);
    for (const desk of [here, there]) {
      value(await desk.vault.synchronise());
      expect(await desk.mark(CODE)).toBe("none");
    }
  });

  it("at a workstation that had learnt it and hears of another's: nobody has it, at the board either", async () => {
    await there.learn(5, CODE);
    await here.learn(3, CODE);
    await here.checkIn(3, CODE);
    value(await there.vault.synchronise());
    expect(await there.mark(CODE)).toBe("none");
    await there.vault.drain();
    expect(facts().map(({ active }) => active)).toEqual([false]);
    value(await here.vault.synchronise());
    expect(await here.mark(CODE)).toBe("none");
  });

  it("for the same person at both: there is one record, and both are content", async () => {
    await here.learn(3, CODE);
    await there.learn(3, CODE);
    await here.checkIn(3, CODE);
    await there.checkIn(3, CODE);
    expect(facts()).toHaveLength(1);
    expect(first.board.requests.map(decodeURIComponent).filter((url) => url.includes("0003"))).toEqual([]);
    expect(value(await there.vault.drain())).toMatchObject({ waiting: 0, parked: 0 });
    value(await there.vault.synchronise());
    await there.read(there.page(), pageOf(5, CODE));
    await there.vault.drain();
    expect(facts().map(({ active }) => active)).toEqual([false]);
  });
});
