import { describe, expect, it } from "vitest";
import { unlinkAuditBundle } from "../audit/audit-bundles.ts";
import { personSchema } from "../resources/index.ts";
import { checkResource } from "../testing/index.ts";
import { shareLinkBundle } from "./site-link-bundles.ts";
import { hisCodeSystem, siteLinkFact, withdrawnSiteLink } from "./site-link-fact.ts";

const at = "2026-11-22T08:00:00+07:00";
const author = { reference: "Practitioner/le-tan", name: "Lê Thị Tiếp" };
const entry = "0197f9a0-0000-7000-8000-000000000001";
const link = {
  ...{ entry, provenanceEntry: "0197f9a0-0000-7000-8000-000000000002" },
  ...{ site: "bv-tinh", code: "BN.7/2", personId: "person-1", at },
};
const bundle = shareLinkBundle(link, author);
const person = personSchema.parse(bundle.entry[0]?.resource);

describe("a site link on the wire", () => {
  it("is R4, created once by its entry, and read back as what was shared", () => {
    expect(checkResource(bundle)).toEqual([]);
    expect(bundle.entry[0]?.request).toMatchObject({ ifNoneExist: expect.stringContaining(entry) });
    expect(siteLinkFact(person)).toEqual({
      ...{ entry, site: "bv-tinh", code: "BN.7/2", personId: "person-1", active: true, since: at },
    });
  });

  it("says nothing of the person but whose Patient it is", () => {
    expect(Object.keys(person).sort()).toEqual(
      ["active", "identifier", "link", "managingOrganization", "meta", "resourceType"].sort(),
    );
  });

  it("is taken back by an amendment of the version that was read", () => {
    const withdrawn = withdrawnSiteLink({ ...person, id: "p1" }, "3");
    expect(withdrawn.request).toEqual({ method: "PUT", url: "Person/p1", ifMatch: 'W/"3"' });
    expect(siteLinkFact(personSchema.parse(withdrawn.resource))?.active).toBe(false);
    expect(checkResource({ ...withdrawn.resource, id: "p1" })).toEqual([]);
  });

  it("keeps sites apart, and is none where it names two codes, two people or no entry", () => {
    expect(hisCodeSystem("a/b")).not.toBe(hisCodeSystem("a"));
    expect(siteLinkFact({ ...person, identifier: person.identifier?.slice(1) })).toBeUndefined();
    const [own, code] = person.identifier ?? [];
    expect(siteLinkFact({ ...person, identifier: [own ?? {}, code ?? {}, code ?? {}] })).toBeUndefined();
    expect(
      siteLinkFact({ ...person, link: [...(person.link ?? []), ...(person.link ?? [])] }),
    ).toBeUndefined();
    expect(siteLinkFact({ ...person, link: [] })).toBeUndefined();
  });
});

it("the audit of an unlinking names reason and person, not the code", () => {
  const viewing = { entry, at, author, role: "receptionist" as const, device: "may-1", site: "bv-tinh" };
  const audit = unlinkAuditBundle(viewing, "person-1", "name-contradicts-directory");
  expect(checkResource(audit)).toEqual([]);
  expect(audit.entry[0]?.resource).toMatchObject({
    action: "D",
    entity: [
      { what: { reference: "Patient/person-1" }, detail: [{ valueString: "name-contradicts-directory" }] },
    ],
  });
});
