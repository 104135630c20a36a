import type { DirectoryEntry, ScanView } from "@cadre-care/domain";
import { bhytCode, cccdCode } from "@cadre-care/domain/synthetic";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, until, value } from "../testing/until.ts";
import type { PageScope, Vault } from "./vault.ts";

const calm = { emergency: false };
const NAMES = ["Nguyễn Văn Đức", "Trần Thị Hoà", "Bùi Quốc Hùng", "Lê Thị Thu", "Phạm Văn Sơn", "Vũ Thị Lan"];
const at = (number: number): DirectoryEntry => ({
  ...person(number),
  name: NAMES[number % NAMES.length] ?? "",
  tier: "nhom-1",
});
const managed = at(1);
const other = at(2);
const stranger = at(900);
const secret: DirectoryEntry = { ...at(3), tier: "mat" };
/** Born the same day, of the same name and sex; neither has a number that the directory knows. */
const twin = (number: number): DirectoryEntry => ({
  ...at(number),
  name: "Hoàng Văn Minh",
  birthDate: { year: 1950, month: 5, day: 17 },
  sex: "male",
  identifiers: [],
});

let clinic: Clinic;
let vault: Vault;
let scope: PageScope;
let scopes = 0;

const present = (): ScanView => {
  let view: ScanView | undefined;
  scope.subscribe("scan", (now) => {
    view = now;
  })();
  if (!view) throw new Error("no view");
  return view;
};
const untilScan = (holds: (view: ScanView) => boolean) =>
  until<ScanView>((listener) => scope.subscribe("scan", listener), holds);
const scan = (text: string) => scope.service.lookUpScan(text);
const openPage = (entry: DirectoryEntry, generation: number, urgency = calm) =>
  scope.statePatient(statedAs(entry), urgency, { settled: true, generation });

beforeAll(async () => {
  clinic = new Clinic([managed, other, secret, twin(4), twin(6)]);
  vault = await clinic.atWork();
}, 60_000);

beforeEach(() => {
  scopes += 1;
  scope = vault.scope(`tab-${scopes}`);
});
afterEach(() => scope.close());

describe("what is scanned is looked up", () => {
  it.each([
    ["CCCD, 7 fields", cccdCode(managed), "cccd"],
    ["CCCD, 11 fields", cccdCode(managed, 11), "cccd"],
    ["CCCD number, typed", "003 136 000 001", "cccd"],
    ["BHYT with a name in hexadecimal", bhytCode(managed), "bhxh"],
    ["BHYT number, 15 characters", "hc4039900000002", "bhxh"],
    ["BHXH number", "9900000002", "bhxh"],
    ["priority card", "tut-000001", "priority-card"],
    ["medical book", "SYB-000001", "medical-book"],
  ])("%s, without any HIS page", async (_what, text, rung) => {
    const answer = value(await scan(text));
    expect(answer).toMatchObject({ about: { state: "managed", rung }, relation: "alone" });
    const details = value(await scope.service.openDetails(answer.subject ?? ""));
    expect(details.person.personId).toBe(managed.personId);
    expect(details.stated.name).toBe(text.includes("|") ? managed.name : undefined);
  });

  it("is audited when the details are opened, and can be checked in and taken back", async () => {
    await vault.drain();
    const audited = clinic.board.all("AuditEvent").length;
    const { subject = "" } = value(await scan(cccdCode(other)));
    await vault.drain();
    expect(clinic.board.all("AuditEvent")).toHaveLength(audited);
    value(await scope.service.openDetails(subject));
    await vault.drain();
    expect(clinic.board.all("AuditEvent")).toHaveLength(audited + 1);
    const visit = value(await scope.service.checkIn(subject, false));
    await untilScan(({ about }) => about.state === "managed" && about.visit?.visit.status === "arrived");
    value(await scope.service.undoCheckIn(visit.visit.id));
    await untilScan(({ about }) => about.state === "managed" && about.visit?.visit.status === "cancelled");
  });

  it("is not managed when the number is nobody's, and nobody can be opened", async () => {
    const answer = value(await scan(cccdCode(stranger)));
    expect(answer.about).toEqual({ state: "not-managed" });
    expect(codeOf(await scope.service.openDetails(answer.subject ?? ""))).toBe("nobody-to-open");
  });

  it.each([
    ["a CMND without a birth date", "980000002", "cmnd-number"],
    ["a card that no directory knows", "TUT-999999", "card-number"],
  ])("%s is not enough, which is not a no", async (_what, text, source) => {
    expect(value(await scan(text))).toMatchObject({
      source,
      about: { state: "not-enough", reason: "weak-identifiers-only" },
    });
  });

  it("is a conflict when the card says somebody else, and says why", async () => {
    const answer = value(
      await scan(cccdCode({ ...managed, name: "Đỗ Văn Khác", birthDate: { year: 1970 } })),
    );
    expect(answer.about).toMatchObject({ state: "conflict" });
    expect(codeOf(await scope.service.openDetails(answer.subject ?? ""))).toBe("name-contradicts-directory");
  });

  it("only warns of a CCCD whose digits contradict the birth year", async () => {
    const wrong = { ...managed.birthDate, year: managed.birthDate.year + 1 };
    const answer = value(await scan(cccdCode({ ...managed, birthDate: wrong })));
    expect(answer.about.state).toBe("managed");
    expect(answer.warnings.map(({ code }) => code)).toEqual(["cccd-birth-year-mismatch"]);
    expect(codeOf(await scope.service.openDetails(answer.subject ?? ""))).toBe("success");
  });

  it("offers each of several people, who can be opened one by one", async () => {
    const card = { ...twin(8), identifiers: at(800).identifiers.slice(0, 1) };
    const answer = value(await scan(cccdCode(card)));
    expect(answer.about).toMatchObject({ state: "possible", candidates: 2 });
    expect(codeOf(await scope.service.openDetails(answer.subject ?? ""))).toBe("several-candidates");
    const { candidates } = present();
    expect(candidates).toHaveLength(2);
    const opened = await Promise.all(
      candidates.map(async ({ subject }) => value(await scope.service.openDetails(subject)).person.personId),
    );
    expect(opened.sort()).toEqual(["person-4", "person-6"]);
  });

  it("does not find people of a refused tier by anything", async () => {
    for (const text of [cccdCode(secret), bhytCode(secret), "TUT-000003", "SYB-000003"]) {
      const { about } = value(await scan(text));
      expect(["not-managed", "not-enough"]).toContain(about.state);
    }
    const stored = await new Promise<number>((resolve) => {
      let count = 0;
      scope.subscribe("roster", ({ entries = 0 }) => {
        count = entries;
      })();
      resolve(count);
    });
    expect(stored).toBe(4);
  });

  it("counts against the page's budget", async () => {
    const small = new Clinic([managed], {
      ...TEST_POLICY,
      session: { ...TEST_POLICY.session, distinctIdentifiersPerPage: 100 },
    });
    const strict = await small.atWork();
    try {
      const page = strict.scope("tab-1");
      for (let number = 500; number < 600; number += 1)
        expect(value(await page.service.lookUpScan(cccdCode(at(number)))).about.state).toBe("not-managed");
      const refused = value(await page.service.lookUpScan(cccdCode(managed)));
      expect(refused.about.state).toBe("not-enough");
      expect(refused.warnings.map(({ code }) => code)).toEqual(["page-asks-too-much"]);
    } finally {
      await strict.close();
    }
  });
});

describe("a scan that cannot be read", () => {
  it.each([
    ["cut off", cccdCode(managed).slice(0, 30), "scan-incomplete"],
    ["garbled by Telex", "003037000002||BUIF QUOOCS HUNGF|15031937|Nam|XAX MAAUX|10052021", "scan-garbled"],
    ["of something else", "https://vi.example/|a|b", "scan-unrecognised"],
    ["far too long", "1|".repeat(3_000), "scan-too-long"],
  ])("%s: says so, and nobody stays on the screen", async (_what, text, code) => {
    value(await scan(cccdCode(managed)));
    expect(codeOf(await scan(text))).toBe(code);
    expect(present()).toMatchObject({ about: { state: "no-patient" }, relation: "alone", names: {} });
    expect(present().source).toBeUndefined();
  });
});

describe("the scanned person and the page's patient", () => {
  it("are two people when they are, by name for the panel alone", async () => {
    await openPage(other, 1);
    const answer = value(await scan(cccdCode(managed)));
    expect(answer.relation).toBe("another");
    expect(JSON.stringify(answer)).not.toContain(managed.name);
    expect(JSON.stringify(answer)).not.toContain(other.name);
    expect(present().names).toEqual({ scanned: managed.name, page: other.name });
  });

  it("are two people also when neither is managed", async () => {
    await openPage(at(901), 1);
    expect(value(await scan(cccdCode(stranger))).relation).toBe("another");
    await openPage(stranger, 2);
    expect((await untilScan(({ relation }) => relation !== "another")).relation).toBe("same");
  });

  it("are one by the directory, whatever each of the two states", async () => {
    const { name, birthDate, sex, identifiers } = managed;
    const bhyt = { identifiers: identifiers.slice(1, 2), name, birthDate, sex };
    await scope.statePatient(bhyt, calm, { settled: true, generation: 1 });
    expect(value(await scan("TUT-000001")).relation).toBe("same");
  });

  it("are not compared where they state nothing in common", async () => {
    await scope.statePatient({ identifiers: [], name: "Hồ Văn Ai" }, calm, { settled: true, generation: 1 });
    expect(value(await scan(stranger.identifiers[0]?.value ?? "")).relation).toBe("unclear");
  });

  it("share an emergency that the page states, and no other", async () => {
    const urgent = { emergency: true };
    await openPage(other, 1, urgent);
    expect(value(await scan(cccdCode(managed))).emergency).toBe(false);
    await openPage(managed, 2, urgent);
    const { subject = "" } = await untilScan(({ emergency }) => emergency);
    // The token follows the view: what is recorded of them from then on is an emergency's.
    for (;;) if (value(await scope.service.openDetails(subject)).emergency) break;
    await openPage(other, 3, urgent);
    expect((await untilScan(({ emergency }) => !emergency)).relation).toBe("another");
  });

  it("share it also where the page's patient may be the one scanned", async () => {
    const { name, birthDate, sex } = stranger;
    const bare = { identifiers: [], name, birthDate, sex };
    await scope.statePatient(bare, { emergency: true }, { settled: true, generation: 1 });
    expect(value(await scan(cccdCode(stranger)))).toMatchObject({ relation: "unclear", emergency: true });
  });

  it("neither takes the other's place", async () => {
    await openPage(other, 1);
    const scanned = value(await scan(cccdCode(managed))).subject ?? "";
    await openPage(stranger, 2);
    expect(value(await scope.service.openDetails(scanned)).person.personId).toBe(managed.personId);
    await scope.service.forgetScan();
    expect(codeOf(await scope.service.openDetails(scanned))).toBe("subject-changed");
    expect(present().source).toBeUndefined();
  });
});

describe("locking", () => {
  it("forgets who was scanned, and looks nobody up", async () => {
    const scanned = value(await scan(cccdCode(managed))).subject ?? "";
    value(await scope.service.lock());
    expect(present().about.state).toBe("locked");
    expect(present().source).toBeUndefined();
    expect(codeOf(await scan(cccdCode(managed)))).toBe("session-locked");
    value(await scope.service.unlock("246810"));
    expect((await untilScan(({ about }) => about.state === "no-patient")).source).toBeUndefined();
    expect(codeOf(await scope.service.openDetails(scanned))).toBe("subject-changed");
  });
});
