import { createServer } from "node:http";

/** A board that answers at once: transactions of conditional creates in memory. */
export const startMemoryBoard = async () => {
  const created = new Map();
  const transact = ({ entry }) => ({
    resourceType: "Bundle",
    type: "transaction-response",
    entry: entry.map(({ resource, request }) => {
      const key = decodeURIComponent(request.ifNoneExist);
      const known = created.get(key);
      if (known === undefined) created.set(key, created.size + 1);
      const location = `${resource.resourceType}/${created.get(key)}/_history/1`;
      return { response: { status: known === undefined ? "201 Created" : "200 OK", location } };
    }),
  });
  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const answer = transact(JSON.parse(Buffer.concat(pieces).toString()));
    response.writeHead(200, { "content-type": "application/fhir+json" }).end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** How many resources there are for an entry. */
    copies: (id) => [...created.keys()].filter((key) => key.endsWith(id)).length,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
