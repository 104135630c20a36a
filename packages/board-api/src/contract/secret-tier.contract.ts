import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { refusedTier } from "./checks/audit.ts";
import { groundOf } from "./ground-of.ts";
import { checkIn, people } from "./samples.ts";
import type { Subject } from "./suite.ts";

const TEXT = "Trường hợp này xử lý theo quy định riêng, không nhập trên hệ thống này";

/** Persons of the secret tier do not exist in the product (DESIGN rule 6). */
export const secretTierContract = (subject: Subject): void => {
  const { desks } = subject;
  const flagOf = async (code: string) => {
    const [flag] = await desks().officer.all(`/Flag?patient=${people[5]?.personId}`);
    const coding = { system: CODE_SYSTEMS.tier, code };
    return { ...flag, id: z.string().parse(flag?.id), code: { coding: [coding] } };
  };
  const bundle = (type: string, entry: unknown) => ({ resourceType: "Bundle", type, entry: [entry] });

  describe.each(["bo-chinh-tri", "ban-bi-thu", "Bo-Chinh-Tri", "ban_bi_thu", " ban-bi-thu"])(
    "tier %s",
    (code) => {
      it("is refused on create, update, batch and transaction, in the words of the rule", async () => {
        const { officer } = desks();
        const flag = await flagOf(code);
        const before = await officer.get(`/Flag/${flag.id}`);
        const { id: _id, ...fresh } = flag;
        const answers = [
          await officer.send("POST", "/Flag", fresh),
          await officer.send("POST", "/Flag", fresh, { "if-none-exist": "identifier=x|y" }),
          await officer.put(`/Flag/${flag.id}`, flag, 'W/"1"'),
          await officer.transact(
            bundle("transaction", { resource: fresh, request: { method: "POST", url: "Flag" } }),
          ),
          await officer.transact(
            bundle("transaction", {
              resource: flag,
              request: { method: "PUT", url: `Flag/${flag.id}`, ifMatch: 'W/"1"' },
            }),
          ),
        ];
        for (const answer of answers) {
          expect([answer.status, answer.problem, answer.issue.code]).toEqual([
            422,
            "refused-tier",
            "business-rule",
          ]);
          expect(answer.issue.details.text).toBe(TEXT);
        }
        const batch = await officer.transact(
          bundle("batch", { resource: fresh, request: { method: "POST", url: "Flag" } }),
        );
        expect(batch.bundle.entry[0]?.response?.status).toBe("422");
        expect(JSON.stringify(batch.json)).toContain(TEXT);
        expect((await officer.get(`/Flag/${flag.id}`)).json).toEqual(before.json);
      });
    },
  );

  it("is refused wherever a tier is coded, also without its system and beside an idempotent entry", async () => {
    const { receptionist } = desks();
    const sample = checkIn();
    const [encounter, ...rest] = sample.bundle.entry;
    const hidden = { extension: [{ url: "https://x.example", valueCoding: { code: "ban-bi-thu" } }] };
    const spoilt = {
      ...sample.bundle,
      entry: [{ ...encounter, resource: { ...encounter?.resource, ...hidden } }, ...rest],
    };
    expect((await receptionist.transact(spoilt)).problem).toBe("refused-tier");
    await receptionist.transact(sample.bundle);
    expect((await receptionist.transact(spoilt)).problem).toBe("refused-tier");
  });

  it("is refused as any board has to", async () => {
    await refusedTier(groundOf(subject));
  });

  it("an unknown tier is refused too", async () => {
    const { officer } = desks();
    const flag = await flagOf("nhom-99");
    expect((await officer.put(`/Flag/${flag.id}`, flag, 'W/"1"')).problem).toBe("policy-code-unknown");
  });

  it("a new policy cannot let them in, and a broken one leaves the last good one", async () => {
    const { it: technician, officer } = desks();
    const [library] = await technician.all(`/Library?url=${encodeURIComponent(LIBRARY_URLS.policy)}`);
    const path = `/Library/${library?.id}`;
    const content = z.array(z.object({ data: z.string() })).parse(library?.content);
    const policy = z
      .object({ version: z.string() })
      .passthrough()
      .parse(JSON.parse(Buffer.from(content[0]?.data ?? "", "base64").toString("utf8")));
    const withPolicy = (changed: object) => ({
      ...library,
      content: [
        { contentType: "application/json", data: Buffer.from(JSON.stringify(changed)).toString("base64") },
      ],
    });
    const ifMatch = (await technician.get(path)).headers.get("etag") ?? "";
    const opened = await technician.put(path, withPolicy({ ...policy, refusedTiers: [] }), ifMatch);
    expect(opened.problem).toBe("refused-tier");
    const broken = await technician.put(path, withPolicy({ ...policy, tiers: [] }), ifMatch);
    expect(broken.problem).toBe("document-invalid");
    const retired = await technician.put(path, { ...library, status: "retired" }, ifMatch);
    expect(retired.problem).toBe("document-invalid");
    const second = await technician.send("POST", "/Library", { ...library, id: randomUUID() });
    expect(second.problem).toBe("document-already-active");
    const good = await technician.put(
      path,
      {
        ...withPolicy({
          ...policy,
          version: "2026.11.2",
          refusedTiers: ["bo-chinh-tri", "ban-bi-thu", "khac"],
        }),
        version: "2026.11.2",
      },
      ifMatch,
    );
    expect(good.status).toBe(200);
    const flag = await flagOf("khac");
    expect((await officer.put(`/Flag/${flag.id}`, flag, 'W/"1"')).problem).toBe("refused-tier");
  });

  it("a site profile needs one site and JSON", async () => {
    const { it: technician } = desks();
    const profile = (site: string | undefined, data: string) => ({
      resourceType: "Library",
      url: LIBRARY_URLS.siteProfile,
      status: "active",
      version: "1",
      type: { coding: [{ system: CODE_SYSTEMS.libraryType, code: "asset-collection" }] },
      ...(site === undefined ? {} : { identifier: [{ system: IDENTIFIER_SYSTEMS.site, value: site }] }),
      content: [{ contentType: "application/json", data: Buffer.from(data).toString("base64") }],
    });
    expect((await technician.send("POST", "/Library", profile(undefined, "{}"))).problem).toBe(
      "document-invalid",
    );
    expect((await technician.send("POST", "/Library", profile("bv-thu", "{"))).problem).toBe(
      "document-invalid",
    );
    expect((await technician.send("POST", "/Library", profile("bv-thu", "{}"))).status).toBe(201);
    expect((await technician.send("POST", "/Library", profile("bv-thu", "{}"))).problem).toBe(
      "document-already-active",
    );
  });
};
