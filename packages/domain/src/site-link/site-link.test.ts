import { describe, expect, it } from "vitest";
import { afterBoard, type BoardLink } from "./board-link.ts";
import { afterCheckIn, afterReading, marksLists, type SiteLink, withdrawn } from "./site-link.ts";

const at = "2026-11-22T08:00:00+07:00";
const code = { site: "bv-tinh", code: "BN01" };
const reading = (name: string, personId = "p1") => ({ ...code, personId, reading: name, at });
const read = (...names: string[]): SiteLink =>
  names.reduce<SiteLink | undefined>((link, name) => afterReading(link, reading(name)), undefined) ??
  afterReading(undefined, reading("none"));
const checkIn = { entry: "e1", at, by: "Lê Thị Tiếp" };
const made = (link: SiteLink): SiteLink => afterCheckIn(link, checkIn) ?? link;
const told = (over: Partial<BoardLink> = {}): BoardLink => ({
  ...{ ...code, personId: "p1", entry: "e9", active: true },
  ...over,
});

describe("learning", () => {
  it("takes two readings that are two", () => {
    expect(read("a")).toMatchObject({ state: "seen", readings: ["a"] });
    expect(read("a", "a").state).toBe("seen");
    expect(read("a", "b").state).toBe("candidate");
    expect([read("a"), read("a", "b")].map(marksLists)).toEqual([false, true]);
  });

  it("begins again with another person", () => {
    expect(afterReading(read("a"), reading("b", "p2"))).toMatchObject({ state: "seen", personId: "p2" });
  });

  it("is shared after a check-in, from a candidate only", () => {
    expect(afterCheckIn(read("a"), checkIn)).toBeUndefined();
    expect(made(read("a", "b"))).toMatchObject({ state: "shared", shared: ["e1"], by: "Lê Thị Tiếp" });
    expect(afterCheckIn(made(read("a", "b")), checkIn)).toBeUndefined();
    expect(afterReading(made(read("a", "b")), reading("c")).state).toBe("shared");
  });
});

describe("a link that is over", () => {
  it("is forgotten where pages alone had made it, and learnt anew by two more readings", () => {
    expect(withdrawn(read("a", "b"), "name-contradicts-directory", at)).toBeUndefined();
    expect(withdrawn(read("a"), "code-of-another-person", at)).toBeUndefined();
  });

  it.each([
    ["was shared", made(read("a", "b")), "name-contradicts-directory"],
    ["a person took back", read("a", "b"), "withdrawn-by-user"],
  ] as const)("and %s is not brought back by pages", (_, before, reason) => {
    const over = withdrawn(before, reason, at);
    expect(over).toMatchObject({ state: "withdrawn", checkInNeeded: true, shared: [] });
    const again = afterReading(afterReading(over, reading("c")), reading("d"));
    expect([again.state, marksLists(again)]).toEqual(["candidate", false]);
    expect(marksLists(made(again))).toBe(true);
    expect(withdrawn(again, "name-contradicts-directory", at)?.checkInNeeded).toBe(true);
  });
});

describe("the board", () => {
  it("is believed where nothing here says otherwise", () => {
    expect(afterBoard(undefined, told(), at).link).toMatchObject({
      state: "shared",
      shared: ["e9"],
      since: at,
    });
    expect(afterBoard(read("a"), told({ personId: "p2" }), at).link).toMatchObject({ personId: "p2" });
    expect(afterBoard(made(read("a", "b")), told(), at).link).toMatchObject({
      shared: ["e1", "e9"],
      by: checkIn.by,
    });
  });

  it.each([
    ["two readings", read("a", "b")],
    ["a check-in", made(read("a", "b"))],
  ])("that has the code for another than %s here: nobody has it", (_, before) => {
    const { link, ended } = afterBoard(before, told({ personId: "p2" }), at);
    expect(ended).toBe("board-has-another");
    expect(link).toMatchObject({ state: "withdrawn", withdrawn: [...before.shared, "e9"] });
    expect(link && afterBoard(link, told({ personId: "p2" }), at)).toEqual({ link });
  });

  it("takes back what it gave, and nothing else", () => {
    const shared = afterBoard(undefined, told(), at).link;
    expect(afterBoard(shared, told({ active: false }), at)).toMatchObject({
      ended: "withdrawn-at-board",
      link: { state: "withdrawn", withdrawn: ["e9"] },
    });
    expect(afterBoard(shared, told({ active: false, entry: "e5" }), at)).toEqual({ link: shared });
    expect(afterBoard(undefined, told({ active: false }), at)).toEqual({ link: undefined });
  });

  it("does not bring back what this machine has just taken back", () => {
    const over = withdrawn(made(read("a", "b")), "withdrawn-by-user", at);
    expect(afterBoard(over, told({ entry: "e1" }), at)).toEqual({ link: over });
  });

  const later = "2026-11-22T08:00:01+07:00";
  it.each([
    ["a share", withdrawn(made(read("a", "b")), "board-has-another", at), "p3"],
    ["a candidate", withdrawn(read("a", "b"), "withdrawn-by-user", at), "p1"],
  ])("brings back nothing that was shared before %s ended here", (_, over, personId) => {
    const one = told({ entry: "e2", personId });
    for (const record of [one, { ...one, since: "2026-11-22T07:00:00+07:00" }, { ...one, since: at }])
      expect(afterBoard(over, record, later)).toEqual({ link: over });
    const seen = over && afterReading(over, { ...reading("c"), at: later });
    expect(afterBoard(seen, { ...one, since: at }, later)).toEqual({ link: seen });
    expect(afterBoard(over, { ...one, since: later }, later).link).toMatchObject({
      state: "shared",
      personId,
    });
  });

  it("that took a code back and has it anew is believed, however late this machine hears of both", () => {
    const shared = afterBoard(undefined, told({ since: at }), at).link;
    const heard = "2026-11-22T08:15:00+07:00";
    const over = afterBoard(shared, told({ since: at, active: false }), heard).link;
    expect(afterBoard(over, told({ entry: "e2", since: later }), heard).link?.state).toBe("shared");
  });
});
