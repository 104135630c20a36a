import type { SiteProblem, SiteProfileOff } from "@cadre-care/domain";
import { documentLibrary, LIBRARY_URLS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import type { Vault } from "../service/vault.ts";
import { signed } from "../testing/board-signature.ts";
import { Clinic } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { person } from "../testing/people.ts";
import { codeOf, until, value } from "../testing/until.ts";
import type { SiteSighting } from "./site-sighting.ts";

const DAY = 24 * 3_600_000;
const people = [{ ...person(1), tier: "nhom-1" }];

const problem = (over: Partial<SiteProblem> = {}): SiteProblem => ({
  code: "header-missing",
  message: { vi: "Thiếu cột", en: "A column is missing" },
  page: "list",
  kind: "list",
  place: "fields.name",
  off: true,
  ...over,
});
const sighting = (view: string, ...problems: readonly SiteProblem[]): SiteSighting => ({
  profile: "his-a",
  version: "2",
  site: "bv-tinh",
  view,
  problems: problems.length === 0 ? [problem()] : problems,
});
const event = z.object({
  subtype: z.array(z.object({ code: z.string() })),
  entity: z.array(z.object({ detail: z.array(z.object({ type: z.string(), valueString: z.string() })) })),
});

/** What the board was told, in the order in which it came: code, place, count. */
const told = (clinic: Clinic) =>
  clinic.board.all("AuditEvent").flatMap((resource) => {
    const { subtype, entity } = event.parse(resource);
    if (subtype[0]?.code !== "site-problem") return [];
    const details = new Map(entity[0]?.detail.map((one) => [one.type, one.valueString]));
    return [`${subtype[1]?.code} ${details.get("place") ?? "-"} ${details.get("count")}`];
  });
const waiting = (vault: Vault, count: number) =>
  until<{ waiting: number }>(
    (listener) => vault.scope("tab").subscribe("outbox", listener),
    (view) => view.waiting === count,
  );

describe("problems of site profiles", () => {
  it("wait while the board is away and arrive once; what follows that day is counted into the next", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    clinic.board.down = true;
    vault.noteSiteProblems(sighting("v1", problem(), problem({ place: "fields.birthDate" })));
    vault.noteSiteProblems(sighting("v1", problem()));
    vault.noteSiteProblems(sighting("v2", problem()));
    await waiting(vault, 2);
    clinic.board.down = false;
    value(await vault.scope("tab").service.sendNow());
    await waiting(vault, 0);
    expect(told(clinic)).toEqual(["header-missing fields.name 1", "header-missing fields.birthDate 1"]);
    clinic.now += DAY;
    value(await vault.session.unlock("246810"));
    vault.noteSiteProblems(sighting("v3", problem()));
    await waiting(vault, 1);
    value(await vault.scope("tab").service.sendNow());
    expect(told(clinic).at(-1)).toBe("header-missing fields.name 2");
    await vault.close();
  });

  it("are one report though the browser ended between writing it and counting it", async () => {
    const clinic = new Clinic(people);
    const first = await clinic.atWork();
    clinic.board.down = true;
    first.noteSiteProblems(sighting("v1"));
    await waiting(first, 1);
    await first.close();
    // What was counted is lost, as when the machine fell over in between.
    const forgotten = indexedDB.open(clinic.databaseName);
    await new Promise<void>((resolve, reject) => {
      forgotten.onerror = () => reject(forgotten.error);
      forgotten.onsuccess = () => {
        const transaction = forgotten.result.transaction("meta", "readwrite");
        transaction.objectStore("meta").delete("site-problems");
        transaction.oncomplete = () => {
          forgotten.result.close();
          resolve();
        };
      };
    });
    const second = await clinic.open();
    value(await second.session.unlock("246810"));
    second.noteSiteProblems(sighting("v2"));
    clinic.board.down = false;
    value(await second.scope("tab").service.sendNow());
    await waiting(second, 0);
    second.noteSiteProblems(sighting("v3", problem({ code: "cells-off", place: "columns" })));
    await until<{ waiting: number }>(
      (listener) => second.scope("tab").subscribe("outbox", listener),
      () => told(clinic).length === 2,
    );
    expect(told(clinic)).toEqual(["header-missing fields.name 1", "cells-off columns 1"]);
    await second.close();
  });
});

describe("a page that is broken anew again and again", () => {
  it("has twenty reports wait at the most, and the rest told when those are gone", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    clinic.board.down = true;
    const places = Array.from({ length: 30 }, (_, number) => problem({ place: `fields.f${number}` }));
    for (const [number, place] of places.slice(0, 19).entries())
      vault.noteSiteProblems(sighting(`v${number}`, place));
    vault.noteSiteProblems(sighting("v-all", ...places));
    await waiting(vault, 20);
    vault.noteSiteProblems(sighting("v-more", ...places));
    clinic.board.down = false;
    value(await vault.scope("tab").service.sendNow());
    await waiting(vault, 0);
    expect(told(clinic)).toHaveLength(20);
    vault.noteSiteProblems(sighting("v-again", ...places));
    await until<{ waiting: number }>(
      (listener) => vault.scope("tab").subscribe("outbox", listener),
      () => told(clinic).length === 30,
    );
    expect(told(clinic).at(-1)).toBe("header-missing fields.f29 3");
    await vault.close();
  });
});

describe("the kill switch", () => {
  const reason = { vi: "Đọc nhầm cột", en: "Reads the wrong column" };
  const off: readonly SiteProfileOff[] = [{ profile: "his-a", upTo: "2", reason }];
  const switched = (vault: Vault) => {
    const heard: (readonly SiteProfileOff[])[] = [];
    vault.switchedOff((value) => heard.push(value));
    return heard;
  };

  it("is heard with the policy, and holds after a restart before anybody has unlocked", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    const heard = switched(vault);
    expect(heard).toEqual([[]]);
    clinic.publish({ ...TEST_POLICY, siteProfilesOff: off });
    value(await vault.synchronise());
    expect(heard).toEqual([[], off]);
    await vault.close();
    // The browser was closed: nothing that was open in it is there.
    clinic.openKeys = new MemoryKeyStore();
    const later = await clinic.open();
    expect(later.policy()).toBeUndefined();
    expect(switched(later)).toEqual([off]);
    await later.close();
  });

  it("is lifted by the board's own policy alone", async () => {
    const clinic = new Clinic(people, { ...TEST_POLICY, siteProfilesOff: [...off] });
    const vault = await clinic.atWork();
    const heard = switched(vault);
    const lifted = documentLibrary(LIBRARY_URLS.policy, { version: "2", content: TEST_POLICY }, "policy");
    clinic.publishAs(Promise.resolve(lifted));
    expect(codeOf(await vault.synchronise())).toBe("document-unsigned");
    clinic.publish({ ...TEST_POLICY, siteProfilesOff: [{ profile: "his-a" }] });
    expect(codeOf(await vault.synchronise())).toBe("policy-invalid");
    expect(heard).toEqual([off]);
    clinic.publishAs(signed(lifted));
    value(await vault.synchronise());
    expect(heard).toEqual([off, []]);
    await vault.close();
  });
});
