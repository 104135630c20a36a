import { createServer } from "node:http";

const outcome = (code) => ({ resourceType: "OperationOutcome", issue: [{ severity: "error", code }] });

/**
 * A board for measuring clients: transactions of conditional creates in memory, each answered after a latency. `faultAt`
 * says what happens to the n-th request: "busy" (503), "lost" (carried out, and the connection reset), or nothing.
 */
export const startSmallBoard = async (latencyMs) => {
  const state = { created: new Map(), requests: 0, bytes: 0, faultAt: () => undefined };
  const transact = ({ entry }) => ({
    resourceType: "Bundle",
    type: "transaction-response",
    entry: entry.map(({ resource, request }) => {
      const key = `${resource.resourceType}?${request.ifNoneExist}`;
      const times = state.created.get(key);
      if (times === undefined) state.created.set(key, state.created.size + 1);
      const id = state.created.get(key);
      const status = times === undefined ? "201 Created" : "200 OK";
      return { response: { status, location: `${resource.resourceType}/${id}/_history/1` } };
    }),
  });
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const headers = {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
        "access-control-allow-methods": "*",
        "access-control-max-age": "7200",
        "content-type": "application/fhir+json",
      };
      if (request.method === "OPTIONS") {
        response.writeHead(204, headers).end();
        return;
      }
      const body = Buffer.concat(chunks);
      state.requests += 1;
      state.bytes += body.length;
      const fault = state.faultAt(state.requests);
      setTimeout(() => {
        if (fault === "busy") {
          response.writeHead(503, headers).end(JSON.stringify(outcome("transient")));
          return;
        }
        const answer = transact(JSON.parse(body.toString()));
        if (fault === "lost") {
          request.socket.destroy();
          return;
        }
        response.writeHead(200, headers).end(JSON.stringify(answer));
      }, latencyMs);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    state,
    reset: (faultAt = () => undefined) =>
      Object.assign(state, { created: new Map(), requests: 0, bytes: 0, faultAt }),
    stop: () => server.close(),
  };
};
