import { FORM_URLS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import type { Answer } from "./desk.ts";
import { changed, type FormSample, formSamples, ids } from "./form-samples.ts";
import { checkIn, nextPerson } from "./samples.ts";
import type { Subject } from "./suite.ts";

const person = (id: string) => ({ reference: `Patient/${id}`, type: "Patient" });

/** A wrong patient is worse than none: what belongs together is about one person, and stays about that person. */
export const personsOfRecordsContract = (subject: Subject): void => {
  const { desks } = subject;
  const { filled, referral } = formSamples(subject);
  const sent = async (sample: FormSample): Promise<Answer> => {
    const answer = await desks().doctor.transact(sample.bundle);
    expect(answer.status).toBe(200);
    return answer;
  };
  const amended = async (path: string, change: object) => {
    const { doctor } = desks();
    const { resource } = await doctor.get(path);
    const answer = await doctor.put(path, { ...resource, ...change }, 'W/"1"');
    return answer.status === 200 ? "accepted" : `${answer.problem} ${answer.issue.expression?.[0]}`;
  };

  describe("a record of care", () => {
    it("is never amended to another person, nor a response to another form", async () => {
      const other = person(nextPerson());
      const answer = await sent(await referral());
      const [response] = ids(answer, "QuestionnaireResponse");
      const [request] = ids(answer, "ServiceRequest");
      const visit = checkIn();
      const [encounter] = ids(await desks().doctor.transact(visit.bundle), "Encounter");
      expect(await amended(`/QuestionnaireResponse/${response}`, { subject: other })).toBe(
        "subject-differs QuestionnaireResponse.subject",
      );
      expect(await amended(`/ServiceRequest/${request}`, { subject: other })).toBe(
        "subject-differs ServiceRequest.subject",
      );
      const answered = await filled();
      const [exam] = ids(await sent(answered), "QuestionnaireResponse");
      const { resource } = await desks().doctor.get(`/QuestionnaireResponse/${exam}`);
      const cadre = `${FORM_URLS.cadreExam}|TT25-2026.2-mau.1`;
      expect(resource.questionnaire).not.toBe(cadre);
      expect(await amended(`/QuestionnaireResponse/${exam}`, { questionnaire: cadre })).toBe(
        "response-invalid QuestionnaireResponse.questionnaire",
      );
      expect(await amended(`/QuestionnaireResponse/${exam}`, { status: "amended" })).toBe("accepted");
      const { resource: stored } = await desks().doctor.get(`/Encounter/${encounter}`);
      const moved = JSON.parse(JSON.stringify(stored).replaceAll(visit.personId, nextPerson()));
      expect(await amended(`/Encounter/${encounter}`, moved)).toBe("subject-differs Encounter.subject");
    });

    it("belongs to a visit of the same person", async () => {
      const { doctor } = desks();
      const visit = checkIn();
      const [encounter] = ids(await doctor.transact(visit.bundle), "Encounter");
      const at = { encounter: { reference: `Encounter/${encounter}`, type: "Encounter" } };
      const own = await referral({ personId: visit.personId });
      const foreign = await referral();
      const exam = await filled();
      for (const [sample, type] of [
        [exam, "QuestionnaireResponse"],
        [exam, "Observation"],
        [foreign, "ServiceRequest"],
        [foreign, "Task"],
      ] as const)
        expect([
          type,
          (await doctor.transact(changed(sample, type, (one) => ({ ...one, ...at })))).problem,
        ]).toEqual([type, "subject-differs"]);
      const good = changed(own, "ServiceRequest", (one) => ({ ...one, ...at }));
      expect((await doctor.transact(good)).status).toBe(200);
    });

    it("is a referral's Task for the person of the referral", async () => {
      const moved = changed(await referral(), "Task", (one) => ({ ...one, for: person(nextPerson()) }));
      const answer = await desks().doctor.transact(moved);
      expect([answer.problem, answer.issue.expression]).toEqual(["subject-differs", ["Task.for"]]);
    });
  });
};
