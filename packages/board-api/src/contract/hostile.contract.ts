import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { refusedInFhir } from "./checks/outcomes.ts";
import { groundOf } from "./ground-of.ts";
import { checkIn, people } from "./samples.ts";
import type { Subject } from "./suite.ts";

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

const BODIES: readonly (readonly [string, string, number])[] = [
  ["cut-off JSON", '{"resourceType":"Bundle","type":"transac', 400],
  ["no JSON", "<Bundle/>", 400],
  ["empty", "", 400],
  ["null", "null", 400],
  ["a list", "[]", 400],
  ["a string", '"Bundle"', 400],
  ["nesting of 100,000", nested(100_000), 400],
  ["nesting of 60", `{"resourceType":"Bundle","type":"batch","x":${nested(60)}}`, 400],
  ["__proto__", '{"resourceType":"Bundle","type":"batch","__proto__":{"admin":true}}', 400],
  ["constructor.prototype", '{"resourceType":"Bundle","constructor":{"prototype":{"x":1}}}', 400],
  ["a NUL", '{"resourceType":"Bundle","type":"batch","language":"vi\\u0000"}', 400],
  ["a lone surrogate", '{"resourceType":"Bundle","type":"batch","language":"\\ud800"}', 400],
  ["an infinite number", '{"resourceType":"Bundle","type":"batch","total":1e999}', 400],
  ["a Bundle of another type", '{"resourceType":"Bundle","type":"collection"}', 400],
  [
    "201 entries",
    JSON.stringify({
      resourceType: "Bundle",
      type: "batch",
      entry: Array.from({ length: 201 }, () => ({ request: { method: "GET", url: "Flag" } })),
    }),
    400,
  ],
  [
    "the same fullUrl twice",
    JSON.stringify({
      resourceType: "Bundle",
      type: "transaction",
      entry: ["a", "b"].map(() => ({
        fullUrl: "urn:uuid:1",
        resource: { resourceType: "Task" },
        request: { method: "POST", url: "Task" },
      })),
    }),
    400,
  ],
  [
    "DELETE in a transaction",
    JSON.stringify({
      resourceType: "Bundle",
      type: "transaction",
      entry: [{ request: { method: "DELETE", url: "Patient/1" } }],
    }),
    400,
  ],
  [
    "another host as url",
    JSON.stringify({
      resourceType: "Bundle",
      type: "transaction",
      entry: [{ request: { method: "GET", url: "http://169.254.169.254/latest" } }],
    }),
    405,
  ],
];

const ADDRESSES: readonly (readonly [string, number])[] = [
  ["/Patient?identifier=%00", 400],
  ["/Patient?identifier=%ED%A0%80", 400],
  ["/Patient?identifier=%zz", 400],
  ["/Patient?identifier=", 400],
  ["/Patient?name=Nguyen", 400],
  ["/Patient?identifier:text=x", 400],
  ["/Patient?identifier:missing=true", 400],
  ["/Patient?_sort=birthdate", 400],
  ["/Patient?_count=-1", 400],
  ["/Patient?_count=ten", 400],
  ["/Patient?_lastUpdated=yesterday", 400],
  ["/Patient?_lastUpdated=gt2026-13-45", 400],
  ["/Patient?_lastUpdated=ap2026", 400],
  ["/Patient?_cursor=abc", 400],
  [`/Patient?_cursor=${Buffer.from('["2026-01-01T00:00:00Z","\' OR 1=1"]').toString("base64url")}`, 400],
  ["/Patient?_include=*", 400],
  ["/Patient?_revinclude=Flag:subject", 400],
  ["/Patient?_has:Flag:subject:code=x", 400],
  ["/Patient?general-practitioner.name=x", 400],
  ["/Patient?_elements=name", 400],
  ["/Patient?_summary=count", 400],
  [`/Patient?_id=${"x,".repeat(300)}x`, 400],
  ["/Patient/..%2f..%2fhealth", 404],
  ["/Patient/%27%20OR%201=1", 404],
  ["/constructor", 404],
  ["/__proto__", 404],
  ["/Binary", 404],
  ["/Patient/$everything", 404],
  ["/", 405],
  ["", 405],
];

/** A malformed or hostile request gets an OperationOutcome and changes nothing. */
export const hostileContract = (subject: Subject): void => {
  describe("malformed and hostile requests", () => {
    it("are refused in a way that the client takes for the board's own word", async () => {
      await refusedInFhir(groundOf(subject));
    });
    hostileRequests(subject);
  });
};

const hostileRequests = ({ desks }: Pick<Subject, "desks">): void => {
  const picture = async () => {
    const { officer } = desks();
    const everything = await Promise.all(
      ["Patient", "Flag", "EpisodeOfCare", "Encounter", "Task", "Organization", "Library"].map((type) =>
        officer.all(`/${type}?_count=500`),
      ),
    );
    return JSON.stringify(everything);
  };

  let before = "";
  beforeAll(async () => {
    before = await picture();
  });
  afterAll(async () => {
    expect(await picture()).toBe(before);
  });

  describe("bodies", () => {
    it.each(BODIES)("%s", async (_name, body, status) => {
      const answer = await desks().officer.send("POST", "", body);
      expect(answer.status).toBe(status);
      expect(answer.problem).not.toBe("");
    });

    it("of another kind, or too large", async () => {
      const { officer } = desks();
      for (const type of [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
      ]) {
        const answer = await officer.send("POST", "", "x=1", { "content-type": type });
        expect([type, answer.status, answer.problem]).toEqual([type, 415, "unsupported-media-type"]);
      }
      const huge = await officer.send("POST", "", JSON.stringify({ x: "x".repeat(5_000_000) }));
      expect([huge.status, huge.problem]).toEqual([413, "too-large"]);
    });

    it("of resources that are wrong in one place are refused by name of the place", async () => {
      const { receptionist } = desks();
      const [good] = checkIn().bundle.entry;
      const cases: readonly (readonly [object, string])[] = [
        [{ hoTen: "x" }, "resource-invalid"],
        [{ period: { start: "22/11/2026" } }, "resource-invalid"],
        [{ subject: [{ reference: "Patient/x" }] }, "resource-invalid"],
        [{ subject: "Patient/x" }, "resource-invalid"],
        [{ status: null }, "resource-invalid"],
        [{ status: "here" }, "code-unknown"],
        [{ identifier: {} }, "resource-invalid"],
        [{ type: {} }, "resource-invalid"],
        [{ identifier: [] }, "resource-invalid"],
        [{ subject: { reference: "Patient/nobody" } }, "visit-invalid"],
        [
          { subject: { reference: `https://elsewhere.example/Patient/${people[0]?.personId}` } },
          "visit-invalid",
        ],
      ];
      for (const [change, problem] of cases) {
        const answer = await receptionist.send("POST", "/Encounter", { ...good?.resource, ...change });
        expect([JSON.stringify(change), answer.status, answer.problem]).toEqual([
          JSON.stringify(change),
          422,
          problem,
        ]);
      }
    });
  });

  it.each(ADDRESSES)("address %s", async (path, status) => {
    const answer = await desks().officer.get(path);
    expect([answer.status, answer.problem === ""]).toEqual([status, false]);
  });

  it.each(["DELETE", "PATCH", "OPTIONS"])("method %s", async (method) => {
    const answer = await desks().officer.send(method, `/Patient/${people[0]?.personId}`);
    expect([404, 405, 415]).toContain(answer.status);
    expect((await desks().officer.get(`/Patient/${people[0]?.personId}`)).status).toBe(200);
  });

  it("an outcome never repeats what was sent", async () => {
    const { officer } = desks();
    const secret = "Nguyễn Văn Bí Mật";
    const flag = { resourceType: "Flag", [secret]: secret, status: secret, subject: { display: secret } };
    const answer = await officer.send("POST", "/Flag", flag);
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain(secret);
    expect(z.string().parse(answer.text)).not.toContain("Bí Mật");
  });
};
