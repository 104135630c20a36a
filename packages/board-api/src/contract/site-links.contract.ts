import { randomUUID } from "node:crypto";
import {
  hisCodeSystem,
  personSchema,
  shareLinkBundle,
  siteLinkFact,
  withdrawnSiteLink,
} from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { siteLinksShared, siteLinkUnique } from "./checks/site-links.ts";
import { signedIn } from "./desk.ts";
import { groundOf } from "./ground-of.ts";
import { author, nextPerson } from "./samples.ts";
import type { Subject } from "./suite.ts";

const AT = "2026-11-22T07:31:05+07:00";

const sample = (over: { site?: string; code?: string; personId?: string } = {}) => {
  const entry = randomUUID();
  const link = {
    ...{ entry, provenanceEntry: randomUUID(), at: AT, site: over.site ?? "bv-tinh" },
    ...{ code: over.code ?? `BN-${entry.slice(0, 8)}`, personId: over.personId ?? nextPerson() },
  };
  return { ...link, bundle: shareLinkBundle(link, author()) };
};

const mapped = (bundle: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(bundle).replaceAll(from, to));

const onServer = z.looseObject({
  resourceType: z.string(),
  id: z.string(),
  meta: z.looseObject({ versionId: z.string() }),
});

/** HIS codes of a hospital that lead to managed people (docs/fhir-profile.md, Site links). */
export const siteLinksContract = (subject: Subject): void => {
  const { desks } = subject;
  const bySystem = (site: string) =>
    `/Person?identifier=${encodeURIComponent(`${hisCodeSystem(site)}|`)}&_sort=_lastUpdated&_count=200`;
  const factsAt = async (site: string) =>
    (await desks().receptionist.all(bySystem(site))).flatMap(
      (person) => siteLinkFact(personSchema.parse(person)) ?? [],
    );
  const stored = async (entry: string) => {
    const all = await desks().receptionist.all(bySystem("bv-tinh"));
    return onServer.parse(all.find((one) => JSON.stringify(one.identifier).includes(entry)));
  };
  const withdraw = async (entry: string) => {
    const person = await stored(entry);
    const put = withdrawnSiteLink(person, person.meta.versionId);
    return desks().receptionist.transact({ resourceType: "Bundle", type: "transaction", entry: [put] });
  };

  describe("site links", () => {
    it("arrive once and are found by the hospital's system, and only by its own", async () => {
      const { receptionist } = desks();
      const { bundle, entry, code, personId } = sample();
      const first = (await receptionist.transact(bundle)).bundle.entry.map((one) => one.response?.status);
      const again = (await receptionist.transact(bundle)).bundle.entry.map((one) => one.response?.status);
      expect([first[0]?.slice(0, 3), again[0]?.slice(0, 3)]).toEqual(["201", "200"]);
      const here = (await factsAt("bv-tinh")).filter((fact) => fact.entry === entry);
      expect(here).toEqual([{ entry, site: "bv-tinh", code, personId, active: true, since: AT }]);
      expect((await factsAt("bv-khu-vuc")).filter((fact) => fact.entry === entry)).toEqual([]);
    });

    it("are made, found and withdrawn, and one code leads to one person", async () => {
      await siteLinksShared(groundOf(subject));
      await siteLinkUnique(groundOf(subject));
    });

    it("refuse a code that leads to somebody already, until that link is taken back", async () => {
      const { receptionist, officer } = desks();
      const one = sample();
      const other = sample({ code: one.code });
      expect((await receptionist.transact(one.bundle)).status).toBe(200);
      const refused = await receptionist.transact(other.bundle);
      expect([refused.status, refused.problem]).toEqual([409, "his-code-linked"]);
      expect((await withdraw(one.entry)).status).toBe(200);
      expect((await factsAt("bv-tinh")).find(({ entry }) => entry === one.entry)?.active).toBe(false);
      expect((await receptionist.transact(other.bundle)).status).toBe(200);
      const person = await stored(one.entry);
      const back = await officer.put(
        `/Person/${person.id}`,
        { ...person, active: true },
        `W/"${person.meta.versionId}"`,
      );
      expect([back.status, back.problem]).toEqual([409, "his-code-linked"]);
    });

    it("may carry the same code at two hospitals, each from its own desks", async () => {
      const { receptionist, url } = desks();
      const second = await signedIn(url, "letan3");
      const { code, bundle } = sample();
      const there = sample({ code, site: "bv-khu-vuc" });
      expect((await receptionist.transact(bundle)).status).toBe(200);
      const foreign = await receptionist.transact(there.bundle);
      expect([foreign.status, foreign.problem]).toEqual([403, "not-permitted"]);
      const own = await second.transact(there.bundle);
      expect(own.status).toBe(200);
      const id = z.string().parse(own.bundle.entry[0]?.response?.location?.split("/").at(-3));
      const { resource } = await second.get(`/Person/${id}`);
      const taken = await receptionist.put(`/Person/${id}`, { ...resource, active: false }, 'W/"1"');
      expect([taken.status, taken.problem]).toEqual([403, "not-permitted"]);
    });

    it("are only taken back or made again: code and person stay", async () => {
      const { receptionist } = desks();
      const { bundle, entry, personId } = sample();
      await receptionist.transact(bundle);
      const person = await stored(entry);
      const put = (body: unknown) =>
        receptionist.put(`/Person/${person.id}`, body, `W/"${person.meta.versionId}"`);
      const moved = await put(mapped(person, `Patient/${personId}`, `Patient/${nextPerson()}`));
      expect([moved.status, moved.problem, moved.issue.expression]).toEqual([
        422,
        "profile-violated",
        ["Person.link"],
      ]);
    });

    it.each([
      [
        "a name",
        (text: string) => text.replace('"active":true', '"active":true,"name":[{"text":"Người Mẫu"}]'),
      ],
      ["no person", (text: string) => text.replace(/,"link":\[\{.*?\}\]/, "")],
      [
        "another hospital's system",
        (text: string) => text.replace("his-code/bv-tinh", "his-code/bv-khu-vuc"),
      ],
      ["no confidentiality", (text: string) => text.replace(/"code":"R"/, '"code":"N"')],
    ])("with %s are refused", async (_, spoil) => {
      const answer = await desks().receptionist.transact(JSON.parse(spoil(JSON.stringify(sample().bundle))));
      expect([answer.status, answer.problem]).toEqual([422, "profile-violated"]);
    });

    it("lead to people of the roster, from desks of care", async () => {
      const { receptionist, it: engineer } = desks();
      const nobody = await receptionist.transact(sample({ personId: "nobody-at-all" }).bundle);
      expect([nobody.status, nobody.problem]).toEqual([422, "reference-not-found"]);
      const refused = await engineer.transact(sample().bundle);
      expect([refused.status, refused.problem]).toEqual([403, "not-permitted"]);
    });
  });
};
