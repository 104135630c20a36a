import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { checkResource } from "@cadre-care/fhir/testing";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changed, formSamples, ids } from "./form-samples.ts";
import type { Subject } from "./suite.ts";

/** Referrals: the three reasons that the law knows, hospitals of the policy (docs/fhir-profile.md). */
export const referralsContract = (subject: Subject): void => {
  const { desks } = subject;
  const { referral } = formSamples(subject);

  describe("a referral", () => {
    it("arrives as request and task, with its form", async () => {
      const { doctor, officer } = desks();
      const sample = await referral();
      expect(checkResource(sample.bundle)).toEqual([]);
      const sent = await doctor.transact(sample.bundle);
      expect(sent.status).toBe(200);
      const [request] = ids(sent, "ServiceRequest");
      const [task] = await officer.all(
        `/Task?focus=ServiceRequest/${request}&code=${CODE_SYSTEMS.request}%7Creferral`,
      );
      expect(task).toMatchObject({ status: "requested", for: { reference: `Patient/${sample.personId}` } });
      const [read] = await officer.all(`/ServiceRequest?subject=Patient/${sample.personId}`);
      expect(read?.supportingInfo).toMatchObject([
        { reference: `QuestionnaireResponse/${ids(sent, "QuestionnaireResponse")[0]}` },
      ]);
      const done = { ...task, status: "completed" };
      expect((await officer.put(`/Task/${task?.id}`, done, 'W/"1"')).status).toBe(200);
    });

    it("is asked for by who may write one, open, and is done when the board's staff say so", async () => {
      const { receptionist, doctor, officer } = desks();
      const sample = await referral();
      const done = changed(sample, "Task", (one) => ({ ...one, status: "completed" }));
      expect((await doctor.transact(done)).problem).toBe("profile-violated");
      const sent = await doctor.transact(sample.bundle);
      const [id] = ids(sent, "Task");
      const { resource: task } = await officer.get(`/Task/${id}`);
      const { id: _id, meta: _meta, identifier: _identifier, ...rest } = task;
      const another = { ...rest, identifier: [{ system: IDENTIFIER_SYSTEMS.entry, value: randomUUID() }] };
      const security = { security: z.object({ security: z.array(z.unknown()) }).parse(_meta).security };
      const asked = await receptionist.send("POST", "/Task", { ...another, meta: security });
      expect(asked.problem).toBe("not-permitted");
      const completed = { ...task, status: "completed" };
      const { code: _code, ...uncoded } = task;
      const bare = { ...uncoded, status: "completed" };
      for (const desk of [receptionist, doctor])
        for (const body of [completed, bare]) {
          expect((await desk.put(`/Task/${id}`, body, 'W/"1"')).problem).toBe("not-permitted");
          const request = { method: "PUT", url: `Task/${id}`, ifMatch: 'W/"1"' };
          const bundle = {
            resourceType: "Bundle",
            type: "transaction",
            entry: [{ resource: body, request }],
          };
          expect((await desk.transact(bundle)).problem).toBe("not-permitted");
        }
      expect((await officer.put(`/Task/${id}`, completed, 'W/"1"')).status).toBe(200);
    });

    it("has one of the three reasons, a hospital of the policy, and rests on a response", async () => {
      const { doctor } = desks();
      const problem = async (change: (resource: Record<string, unknown>) => object) =>
        (await doctor.transact(changed(await referral(), "ServiceRequest", change))).problem;
      const reason = (code: string) => ({ coding: [{ system: CODE_SYSTEMS.referralReason, code }] });
      expect(await problem((one) => ({ ...one, reasonCode: [reason("3")] }))).toBe("profile-violated");
      expect(await problem((one) => ({ ...one, reasonCode: [reason("1a"), reason("2")] }))).toBe(
        "profile-violated",
      );
      expect(await problem(({ reasonCode: _reason, ...one }) => one)).toBe("profile-violated");
      expect(await problem(({ supportingInfo: _info, ...one }) => one)).toBe("profile-violated");
      const elsewhere = JSON.parse(
        JSON.stringify((await referral()).bundle).replaceAll('"value":"bv-trung-uong"', '"value":"bv-la"'),
      );
      expect((await doctor.transact(elsewhere)).problem).toBe("policy-code-unknown");
    });
  });
};
