import { BoardClient, type SharedLink, shareLinkBundle, unlinkAuditBundle } from "@cadre-care/fhir";
import { beforeEach, describe, expect, it } from "vitest";
import { MemoryBoard } from "../testing/memory-board.ts";
import { LinkDelivery } from "./link-delivery.ts";

const AT = "2026-11-22T12:00:00+07:00";
const author = { reference: "Practitioner/u-1", name: "Lê Thị Tiếp" };
const link: SharedLink = {
  ...{ entry: "0190a0a0-0000-7000-8000-000000000001", site: "bv-tinh", code: "BN1", personId: "person-1" },
  ...{ provenanceEntry: "0190a0a0-0000-7000-8000-000000000002", at: AT },
};
const audit = unlinkAuditBundle(
  {
    ...{ entry: "0190a0a0-0000-7000-8000-000000000003", at: AT, author, role: "receptionist" },
    ...{ device: "may-1", site: "bv-tinh" },
  },
  "person-1",
  "name-contradicts-directory",
);

let board: MemoryBoard;
/** Withdrawals that somebody else's change of the record comes before. */
let overtaken: number;
let written: number;
let delivery: LinkDelivery;
beforeEach(async () => {
  board = new MemoryBoard();
  overtaken = 0;
  written = 0;
  const client = new BoardClient({
    base: "https://board.example/fhir",
    accessToken: async () => "token",
    fetch: async (input, init) => {
      if (String(init?.body).includes("site-link-removed")) {
        written += 1;
        if (written <= overtaken) for (const person of board.all("Person")) board.put(person);
      }
      return board.fetch(input, init);
    },
  });
  delivery = new LinkDelivery(client);
  const share = {
    kind: "site-link" as const,
    personId: link.personId,
    bundle: shareLinkBundle(link, author),
  };
  expect(await delivery.share(share)).toMatchObject({ kind: "delivered" });
});

const active = () => board.all("Person").map((person) => person.active);

describe("a link that is taken back at the board", () => {
  it.each([1, 2])("is looked at again where another was faster, %i times", async (times) => {
    overtaken = times;
    expect(await delivery.withdraw(audit, [link.entry])).toMatchObject({ kind: "delivered" });
    expect(written).toBe(times + 1);
    expect(active()).toEqual([false]);
    expect(board.all("AuditEvent")).toHaveLength(1);
  });

  it("waits for a later sending where others are faster again and again: nothing of it is written", async () => {
    overtaken = 3;
    expect(await delivery.withdraw(audit, [link.entry])).toMatchObject({ kind: "reconcile" });
    expect(written).toBe(3);
    expect(active()).toEqual([true]);
    expect(board.all("AuditEvent")).toEqual([]);
    expect(await delivery.withdraw(audit, [link.entry])).toMatchObject({ kind: "delivered" });
    expect(active()).toEqual([false]);
  });

  it("leaves a record alone that somebody has taken back already", async () => {
    for (const person of board.all("Person")) board.put({ ...person, active: false });
    expect(await delivery.withdraw(audit, [link.entry])).toMatchObject({ kind: "delivered" });
    expect(board.all("Person").map(({ meta }) => meta.versionId)).toEqual(["2"]);
    expect(board.all("AuditEvent")).toHaveLength(1);
  });
});
