import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, type SiteProblemReport, siteProblemBundle } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { people } from "./samples.ts";
import type { Subject } from "./suite.ts";

const report = (over: Partial<SiteProblemReport> = {}): SiteProblemReport => ({
  entry: randomUUID(),
  at: "2026-11-22T08:15:00+07:00",
  day: "2026-11-22",
  device: randomUUID(),
  site: "bv-tinh",
  profile: "his-jqgrid",
  version: "2026.11.1",
  page: "list",
  place: "fields.identifiers[0]",
  code: "header-missing",
  off: true,
  count: 3,
  ...over,
});

/** Pages that do not fit their profile: counts of machines, for the board to list. */
export const siteProblemsContract = ({ desks }: Subject): void => {
  const listed = (code: string) =>
    desks().officer.all(
      `/AuditEvent?subtype=${encodeURIComponent(`${CODE_SYSTEMS.siteProblem}|${code}`)}&_sort=-_lastUpdated`,
    );

  describe("site problems", () => {
    it("are kept once, however often they arrive, and a board officer lists them", async () => {
      const { receptionist } = desks();
      const code = "cells-off";
      const bundle = siteProblemBundle(report({ code, page: "patient", place: "", off: false, count: 12 }));
      const answers = [await receptionist.transact(bundle), await receptionist.transact(bundle)];
      expect(answers.map(({ bundle: answer }) => answer.entry[0]?.response?.status?.slice(0, 3))).toEqual([
        "201",
        "200",
      ]);
      const found = await listed(code);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        outcome: "4",
        entity: [
          {
            what: { identifier: { value: "his-jqgrid|2026.11.1" } },
            detail: expect.arrayContaining([
              { type: "page", valueString: "patient" },
              { type: "count", valueString: "12" },
            ]),
          },
        ],
      });
    });

    it.each<[string, Partial<SiteProblemReport>]>([
      ["a name in the place", { place: people[3]?.name ?? "" }],
      ["a number in the place", { place: people[3]?.identifiers[0]?.value ?? "" }],
      ["a text for a page", { page: "Danh sách" }],
      ["a number for a count", { count: 3_000_000_123 }],
    ])("that hold %s are refused, and nothing is kept", async (_, over) => {
      const code = `refused-${randomUUID().slice(0, 8)}`;
      const answer = await desks().receptionist.transact(siteProblemBundle(report({ ...over, code })));
      expect(answer.problem).toBe("profile-violated");
      expect(await listed(code)).toEqual([]);
    });

    it("are not for a desk to read", async () => {
      expect((await desks().receptionist.get("/AuditEvent?subtype=site-problem")).problem).toBe(
        "not-permitted",
      );
    });
  });
};
