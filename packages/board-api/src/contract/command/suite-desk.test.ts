import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { cleanUp } from "./clean-up.ts";
import { SuiteDesk } from "./suite-desk.ts";
import { Traces } from "./traces.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;
afterEach(() => server?.close());

const listening = async (handler: Handler): Promise<string> => {
  const started = createServer(handler);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
};

const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { "content-type": "application/fhir+json", ...headers });
  response.end(JSON.stringify(body));
};

describe("a desk of the suite", () => {
  it("notes what it makes, alone and in transactions, and not what was there", async () => {
    const url = await listening((request, response) => {
      if (request.url === "/fhir/Practitioner")
        return json(response, 201, { resourceType: "Practitioner", id: "p" });
      json(response, 200, {
        resourceType: "Bundle",
        type: "transaction-response",
        entry: [
          { response: { status: "201 Created", location: "https://x.example/fhir/Encounter/1/_history/1" } },
          { response: { status: "200", location: "Task/2/_history/1" } },
        ],
      });
    });
    const traces = new Traces();
    const desk = new SuiteDesk(url, "t", traces);
    await desk.send("POST", "/Practitioner", {});
    await desk.transact({});
    expect(traces.references).toEqual(["Encounter/1", "Practitioner/p"]);
  });

  it("waits as it is asked to, and remembers how", async () => {
    let asked = 0;
    const url = await listening((_request, response) => {
      asked += 1;
      if (asked === 1) return json(response, 429, {}, { "retry-after": "0" });
      json(response, 200, {});
    });
    const traces = new Traces();
    expect((await new SuiteDesk(url, undefined, traces).get("/metadata")).status).toBe(200);
    expect([asked, traces.waits]).toEqual([2, [true]]);
  });

  it("sends its token to no other server", async () => {
    const url = await listening((_request, response) => json(response, 200, {}));
    const desk = new SuiteDesk(url, "t", new Traces());
    await expect(desk.get("http://127.0.0.1:9/fhir?page=2")).rejects.toThrow(RangeError);
  });
});

describe("cleaning up", () => {
  it("deletes, else takes out of use, else counts", async () => {
    const put: unknown[] = [];
    const url = await listening((request, response) => {
      const [, , type = "", id = ""] = request.url?.split("/") ?? [];
      if (request.method === "DELETE") return json(response, type === "Patient" ? 204 : 405, {});
      if (request.method === "GET")
        return json(response, 200, { resourceType: type, id, status: "arrived", meta: { versionId: "3" } });
      let body = "";
      request.on("data", (chunk: Buffer) => {
        body += chunk.toString("utf8");
      });
      request.on("end", () => {
        put.push([request.headers["if-match"], JSON.parse(body).status]);
        json(response, 200, {});
      });
    });
    const traces = new Traces();
    for (const reference of ["Patient/1", "Encounter/2", "AuditEvent/3", "AuditEvent/4"])
      traces.made(reference);
    const result = await cleanUp(traces, [new SuiteDesk(url, "t", traces)]);
    expect(result).toEqual({ deleted: 1, retired: 1, left: { AuditEvent: 2 } });
    expect(put).toEqual([['W/"3"', "entered-in-error"]]);
  });
});
