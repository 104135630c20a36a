import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, handOverBundle, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { amendmentInHistory } from "./checks/amendments.ts";
import { handOverFound } from "./checks/audit.ts";
import { groundOf } from "./ground-of.ts";
import { author, checkIn, nextPerson } from "./samples.ts";
import type { Subject } from "./suite.ts";

const AT = "2026-11-22T07:31:05+07:00";

const statuses = (bundle: { entry: readonly { response?: { status: string } | undefined }[] }): string[] =>
  bundle.entry.map(({ response }) => response?.status.slice(0, 3) ?? "");

/** What a desk could not get accepted reaches the board's staff; what was amended can be told apart. */
export const handOverContract = (subject: Subject): void => {
  const { desks } = subject;
  const handedOver = (over: { content?: string; personId?: string } = {}) => {
    const entry = randomUUID();
    const content = over.content ?? JSON.stringify(checkIn().bundle);
    const about = over.personId === undefined ? {} : { personId: over.personId };
    const input = { entry, reason: "hand-over", content, note: "Nhờ xử lý", at: AT, ...about } as const;
    return { entry, bundle: handOverBundle(input, author()) };
  };

  describe("hand-over", () => {
    it("is found by code and status", async () => {
      await handOverFound(groundOf(subject));
    });

    it("arrives once, is found by the board's staff, and is done when they say so", async () => {
      const { receptionist, officer } = desks();
      const { entry, bundle } = handedOver({ personId: nextPerson() });
      expect(statuses((await receptionist.transact(bundle)).bundle)).toEqual(["201"]);
      expect(statuses((await receptionist.transact(bundle)).bundle)).toEqual(["200"]);
      const code = encodeURIComponent(`${CODE_SYSTEMS.request}|hand-over`);
      const open = await officer.all(`/Task?code=${code}&status=requested`);
      const task = open.find((one) => JSON.stringify(one.identifier).includes(entry));
      expect(task).toMatchObject({
        note: [{ text: "Nhờ xử lý" }],
        requester: { reference: author().reference },
      });
      const completed = { ...task, status: "completed" };
      const early = await receptionist.put(`/Task/${task?.id}`, completed, 'W/"1"');
      expect([early.status, early.problem]).toEqual([403, "not-permitted"]);
      const done = await officer.put(`/Task/${task?.id}`, completed, 'W/"1"');
      expect(done.status).toBe(200);
    });

    it("comes open", async () => {
      const { receptionist } = desks();
      const { bundle } = handedOver();
      const done = JSON.parse(JSON.stringify(bundle).replace('"requested"', '"completed"'));
      const answer = await receptionist.transact(done);
      expect([answer.problem, answer.issue.expression]).toEqual(["profile-violated", ["Task.status"]]);
    });

    it("need not be about a patient, and must hold what was refused", async () => {
      const { receptionist } = desks();
      expect((await receptionist.transact(handedOver().bundle)).status).toBe(200);
      const { bundle } = handedOver();
      const empty = JSON.parse(JSON.stringify(bundle));
      delete empty.entry[0].resource.input;
      const answer = await receptionist.transact(empty);
      expect([answer.status, answer.problem]).toEqual([422, "profile-violated"]);
    });

    it("is no way round the tiers that are dealt with elsewhere", async () => {
      const { receptionist } = desks();
      const content = JSON.stringify({
        code: { coding: [{ system: CODE_SYSTEMS.tier, code: "ban-bi-thu" }] },
      });
      const answer = await receptionist.transact(handedOver({ content }).bundle);
      expect([answer.status, answer.problem]).toEqual([422, "refused-tier"]);
    });
  });

  describe("an amended version", () => {
    it("carries the UUID of the entry that made it, and is found in the history", async () => {
      const { receptionist } = desks();
      const { reference, bundle } = await amendmentInHistory(groundOf(subject));
      const again = await receptionist.transact(bundle);
      expect([again.status, again.problem]).toEqual([412, "version-conflict"]);
      const history = (await receptionist.get(`/${reference}/_history?_count=100`)).bundle;
      const tagged = history.entry.filter(({ resource }) =>
        JSON.stringify(resource?.meta).includes(`"${IDENTIFIER_SYSTEMS.amendment}"`),
      );
      expect(history.type).toBe("history");
      expect(tagged.map(({ resource }) => resource?.status)).toEqual(["in-progress"]);
    });
  });
};
