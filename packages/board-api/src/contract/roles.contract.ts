import { randomUUID } from "node:crypto";
import type { Role } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { RESOURCE_TYPES } from "../definitions/interactions.ts";
import type { Desk } from "./desk.ts";
import { people } from "./samples.ts";
import type { Subject } from "./suite.ts";

/** docs/fhir-profile.md, Addresses, written out again by hand: the table under test is not the table of the code. */
const MAY: Readonly<Record<Role, Readonly<Record<string, string>>>> = {
  receptionist: {
    Patient: "rs",
    Person: "crus",
    Flag: "rs",
    EpisodeOfCare: "rs",
    Organization: "rs",
    Library: "rs",
    Encounter: "crus",
    Task: "crus",
    Provenance: "c",
    AuditEvent: "c",
  },
  doctor: {
    Patient: "rs",
    Person: "crus",
    Flag: "rs",
    EpisodeOfCare: "rs",
    Organization: "rs",
    Library: "rs",
    Encounter: "crus",
    Task: "crus",
    Provenance: "c",
    AuditEvent: "c",
    QuestionnaireResponse: "crus",
    Observation: "crs",
    ServiceRequest: "crus",
    Questionnaire: "rs",
    ValueSet: "rs",
  },
  "board-officer": {
    Patient: "crus",
    Person: "rus",
    Flag: "crus",
    EpisodeOfCare: "crus",
    Organization: "crus",
    Practitioner: "rs",
    Library: "rs",
    Encounter: "rs",
    Task: "rus",
    Provenance: "rs",
    AuditEvent: "rs",
    Questionnaire: "rs",
    QuestionnaireResponse: "rs",
    Observation: "rs",
    ServiceRequest: "rs",
    Device: "rs",
    ValueSet: "rs",
  },
  it: { Library: "crus", Organization: "rs", Device: "crus", Questionnaire: "crs", ValueSet: "crus" },
};

const attempts = (type: string): readonly (readonly [string, string, string, unknown?])[] => {
  const id = randomUUID();
  const body = { resourceType: type, id };
  return [
    ["s", "GET", `/${type}?_count=1`],
    ["r", "GET", `/${type}/${id}`],
    ["r", "GET", `/${type}/${id}/_history`],
    ["r", "GET", `/${type}/${id}/_history/1`],
    ["c", "POST", `/${type}`, body],
    ["u", "PUT", `/${type}/${id}`, body],
  ];
};

const refusal = (status: number): boolean => status === 403 || status === 405;

/** Each role is refused what is not its own, alone and inside bundles. */
export const rolesContract = ({ desks }: Subject): void => {
  const deskOf = (role: Role): Desk => {
    const { receptionist, doctor, officer, it: technician } = desks();
    return { receptionist, doctor, "board-officer": officer, it: technician }[role];
  };
  const roles: readonly Role[] = ["receptionist", "doctor", "board-officer", "it"];

  describe.each(roles)("as %s", (role) => {
    it.each(RESOURCE_TYPES.map((type) => [type] as const))("%s", async (type) => {
      const desk = deskOf(role);
      for (const [letter, method, path, body] of attempts(type)) {
        const allowed = MAY[role][type]?.includes(letter) ?? false;
        const alone = await desk.send(method, path, body, body ? { "if-match": 'W/"1"' } : {});
        expect([letter, method, path, refusal(alone.status)]).toEqual([letter, method, path, !allowed]);
        const batch = await desk.transact(inBundle("batch", method, path, body));
        const status = Number.parseInt(batch.bundle.entry[0]?.response?.status ?? "", 10);
        expect(["batch", method, path, refusal(status)]).toEqual(["batch", method, path, !allowed]);
        const whole = await desk.transact(inBundle("transaction", method, path, body));
        expect(["transaction", method, path, refusal(whole.status)]).toEqual([
          "transaction",
          method,
          path,
          !allowed,
        ]);
      }
    });
  });

  it("nobody reads without signing in, nor with a spoilt token", async () => {
    const { nobody, receptionist } = desks();
    for (const type of RESOURCE_TYPES) {
      const answer = await nobody.get(`/${type}`);
      expect([answer.status, answer.problem, answer.headers.get("www-authenticate")]).toEqual([
        401,
        "sign-in-required",
        "Bearer",
      ]);
    }
    const [head, payload, signature] = (receptionist.token ?? "").split(".");
    const claims: unknown = JSON.parse(Buffer.from(payload ?? "", "base64url").toString("utf8"));
    const raised = Buffer.from(
      JSON.stringify({ ...Object(claims), role: "board-officer", scope: "user/*.rs" }),
    ).toString("base64url");
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
    for (const token of [
      `${head}.${raised}.${signature}`,
      `${none}.${raised}.`,
      `${head}.${payload}.AAAA`,
      "x",
    ]) {
      const answer = await nobody.send("GET", "/AuditEvent", undefined, { authorization: `Bearer ${token}` });
      expect([answer.status, answer.problem]).toEqual([401, "sign-in-required"]);
    }
  });

  it("a permitted search does not carry in what is not permitted", async () => {
    const { it: technician, receptionist } = desks();
    const answer = await receptionist.get(`/Flag?_include=Flag:subject&_count=1`);
    expect(answer.status).toBe(200);
    expect((await technician.get(`/Flag?_include=Flag:subject&_count=1`)).problem).toBe("not-permitted");
    const guess = await technician.send("POST", "/Library", { resourceType: "Patient" });
    expect(guess.status).toBe(422);
    expect(people.length).toBeGreaterThan(0);
  });
};

const inBundle = (type: "batch" | "transaction", method: string, path: string, body: unknown) => ({
  resourceType: "Bundle",
  type,
  entry: [
    {
      ...(body === undefined ? {} : { resource: body }),
      request: { method, url: path.slice(1), ...(method === "PUT" ? { ifMatch: 'W/"1"' } : {}) },
    },
  ],
});
