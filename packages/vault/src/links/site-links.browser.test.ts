import type { StatedIdentity } from "@cadre-care/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { LinkDesk, pageOf } from "../testing/link-desk.ts";
import { person } from "../testing/people.ts";
import { value } from "../testing/until.ts";

const people = Array.from({ length: 12 }, (_, number) => ({ ...person(number), tier: "nhom-1" }));
const STRANGER = 77;
const CODE = "7b0c2d4e-0000-4000-8000-000000000003";

let clinic: Clinic;
let desk: LinkDesk;
beforeEach(async () => {
  clinic = new Clinic(people);
  desk = new LinkDesk(clinic, await clinic.atWork());
});
afterEach(() => desk.vault.close());

const audits = () =>
  clinic.board.all("AuditEvent").filter((audit) => JSON.stringify(audit).includes("site-link-removed"));
const reasons = async () => {
  await desk.vault.drain();
  return audits().map((audit) => JSON.stringify(audit.entity).match(/"valueString":"([^"]+)"/)?.[1]);
};

describe("a HIS code is learnt", () => {
  it("from two readings of a patient page that agree, and marks lists that carry nothing else", async () => {
    const scope = desk.page();
    await desk.read(scope, pageOf(3, CODE));
    expect(await desk.mark(CODE)).toBe("none");
    await desk.read(scope, pageOf(3, CODE));
    expect(await desk.mark(CODE)).toBe("managed");
  });

  it("not from one reading that is told twice", async () => {
    const scope = desk.page();
    await desk.read(scope, pageOf(3, CODE), "same");
    await desk.read(scope, pageOf(3, CODE), "same");
    expect(await desk.mark(CODE)).toBe("none");
  });

  it("not from readings that are not to teach, and is not ended by them", async () => {
    const unsure = async (identity: StatedIdentity) => {
      const scope = desk.page();
      for (const generation of [1, 2, 3])
        value(
          await scope.statePatient(
            identity,
            { emergency: false },
            { settled: true, generation, reading: crypto.randomUUID(), teaches: false },
          ),
        );
      scope.close();
    };
    await unsure(pageOf(3, CODE));
    // Readings are learnt in turn: what came before these is over.
    await desk.learn(5, "BN5");
    expect(await desk.mark(CODE)).toBe("none");
    await desk.learn(3, CODE);
    await unsure(pageOf(4, CODE));
    await desk.learn(6, "BN6");
    expect(await desk.mark(CODE)).toBe("managed");
  });

  it("not from lists, however much they say", async () => {
    const scope = desk.page("list");
    for (const generation of [1, 2, 3])
      scope.stateRows("rows", generation, [
        { key: "1", identity: pageOf(3, CODE), urgency: { emergency: false }, top: 0, height: 20 },
      ]);
    expect(await desk.mark(CODE)).toBe("none");
    expect(await desk.rows()).toEqual([]);
  });

  it.each([
    ["without a birth date", { birthDate: undefined }],
    ["with another name", { name: "Phạm Văn Khác" }],
    ["without a number", { identifiers: [{ kind: "his-code", value: CODE }] }],
  ] as const)("not %s", async (_, over) => {
    const { birthDate, ...stated } = { ...pageOf(3, CODE), ...over };
    const identity = birthDate ? { ...stated, birthDate } : stated;
    for (const _time of [1, 2, 3]) await desk.read(desk.page(), identity);
    expect(await desk.mark(CODE)).toBe("none");
  });

  it("for its own hospital alone", async () => {
    await desk.learn(3, CODE);
    const elsewhere = new LinkDesk(clinic, desk.vault, "bv-khu-vuc");
    expect(await elsewhere.mark(CODE)).toBe("none");
  });

  it("across a lock: it marks nothing while locked, and all again after", async () => {
    await desk.learn(3, CODE);
    await desk.vault.session.lock();
    const scope = desk.page("list");
    scope.stateRows("rows", 1, []);
    value(await desk.vault.session.unlock("246810"));
    expect(await desk.mark(CODE)).toBe("managed");
  });
});

describe("nothing is kept", () => {
  it("of people who are not in the directory, and no more is done for those who are", async () => {
    const scope = desk.page();
    for (const _time of [1, 2]) await desk.read(scope, pageOf(STRANGER, "BN-77"));
    const stranger = await desk.rows();
    for (const _time of [1, 2]) await desk.read(scope, pageOf(3, CODE));
    const both = await desk.rows();
    // One row of no meaning, written again and again.
    expect(stranger).toHaveLength(1);
    expect(both).toHaveLength(2);
    expect(new Set(both.map(({ link }) => link.length)).size).toBe(1);
  });

  it("readable at rest: neither code, person, name nor number", async () => {
    await desk.learn(3, CODE);
    await desk.checkIn(3, CODE);
    const disk = (await desk.rows()).map(
      ({ key, link }) => key + String.fromCharCode(...link) + new TextDecoder("latin1").decode(link),
    );
    const { name, personId, identifiers } = person(3);
    for (const secret of [CODE, name, personId, "bv-tinh", ...identifiers.map((one) => one.value)])
      expect(disk.join("\n")).not.toContain(secret);
  });

  it("of who has left the directory", async () => {
    await desk.learn(3, CODE);
    const flag = clinic.board.all("Flag").find(({ id }) => id === "flag-person-3");
    if (flag) clinic.board.put({ ...flag, status: "inactive" });
    value(await desk.vault.synchronise());
    expect(await desk.mark(CODE)).toBe("none");
    expect(await desk.rows()).toHaveLength(0);
  });
});

describe("a link is over at once", () => {
  it("when the code is read with another member, whose it is after two readings", async () => {
    await desk.learn(3, CODE);
    const scope = desk.page();
    await desk.read(scope, pageOf(5, CODE));
    expect(await desk.mark(CODE)).toBe("none");
    expect(await reasons()).toEqual(["code-of-another-person"]);
    await desk.read(scope, pageOf(5, CODE));
    expect(await desk.mark(CODE)).toBe("managed");
  });

  it.each([
    [
      "a number of nobody",
      pageOf(3, CODE, {
        identifiers: [
          { kind: "his-code", value: CODE },
          { kind: "cccd", value: "003099000099" },
        ],
      }),
      "identifier-contradicts-directory",
    ],
    [
      "another name",
      pageOf(3, CODE, { name: "Phạm Văn Khác", identifiers: [{ kind: "his-code", value: CODE }] }),
      "name-contradicts-directory",
    ],
    [
      "another birth date",
      pageOf(3, CODE, { birthDate: { year: 1999, month: 2, day: 3 } }),
      "birth-date-contradicts-directory",
    ],
  ])("when it is read with %s", async (_, identity, reason) => {
    await desk.learn(3, CODE);
    await desk.read(desk.page(), identity);
    expect(await desk.mark(CODE)).toBe("none");
    expect(await reasons()).toEqual([reason]);
    expect(JSON.stringify(audits())).not.toContain(CODE);
    await desk.read(desk.page(), pageOf(3, CODE));
    expect(await desk.mark(CODE)).toBe("none");
  });

  it("when a person says so in the details, and pages alone do not bring it back", async () => {
    await desk.learn(3, CODE);
    const scope = desk.page();
    const subject = await desk.read(scope, pageOf(3, CODE));
    const details = value(await scope.service.openDetails(subject));
    expect(details.link).toMatchObject({ alone: false, shared: false });
    value(await scope.service.withdrawLink(subject));
    expect(await desk.mark(CODE)).toBe("none");
    expect(await reasons()).toEqual(["withdrawn-by-user"]);
    expect(value(await scope.service.openDetails(subject)).link).toBeUndefined();
    await desk.learn(3, CODE);
    await desk.learn(3, CODE);
    expect(await desk.mark(CODE)).toBe("none");
    await desk.checkIn(3, CODE);
    expect(await desk.mark(CODE)).toBe("managed");
  });

  it("but one page ends no more than twenty codes' in a day; another page, and a person, end it still", async () => {
    const codes = Array.from({ length: 21 }, (_, number) => `BN-${number}`);
    const last = codes[20] ?? "";
    for (const code of codes) await desk.learn(3, code);
    const liar = desk.page();
    for (const code of codes) await desk.read(liar, pageOf(5, code));
    expect(await desk.mark("BN-19")).toBe("none");
    expect(await desk.mark(last)).toBe("managed");
    expect(await reasons()).toHaveLength(20);
    // Nor is it the other's by two readings that say so.
    await desk.read(liar, pageOf(5, last));
    expect((await desk.details(3, last)).link).toMatchObject({ alone: false });
    const subject = await desk.read(liar, pageOf(3, last));
    value(await liar.service.withdrawLink(subject));
    expect(await desk.mark(last)).toBe("none");
    await desk.learn(3, "BN-21");
    await desk.read(liar, pageOf(5, "BN-21"));
    expect(await desk.mark("BN-21")).toBe("managed");
    await desk.read(desk.page(), pageOf(5, "BN-21"));
    expect(await desk.mark("BN-21")).toBe("none");
  });
});
