import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as send,
} from "node:http";

/** A request on its way to the board. */
export interface Passing {
  readonly method: string;
  /** Path and query. */
  path: string;
  readonly headers: IncomingHttpHeaders;
  body: string;
}

/** An answer on its way back. */
export interface Passed {
  status: number;
  readonly headers: OutgoingHttpHeaders;
  body: string;
}

export type Forward = (request: Passing) => Promise<Passed>;

/** What is wrong with a server: what it does to a request before, and to its answer after, the board saw it. */
export interface Fault {
  readonly before?: (request: Passing, forward: Forward) => Promise<void> | void;
  /** One request at a time, so that what is asked before it is still so when it arrives. */
  readonly serial?: boolean;
  readonly after?: (answer: Passed, request: Passing) => void;
}

export interface CripplingProxy {
  fault: Fault;
  close(): Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
};

const OF_THE_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "content-length"];

const withoutConnection = <Headers extends object>(headers: Headers): Headers => {
  const kept = { ...headers };
  for (const name of OF_THE_CONNECTION) Reflect.deleteProperty(kept, name);
  return kept;
};

const forwardTo =
  (board: string): Forward =>
  ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const onward = send(`${board}${path}`, {
        method,
        headers: { ...headers, ...(length > 0 ? { "content-length": length } : {}) },
      });
      onward.once("error", reject);
      onward.once("response", (answer) => {
        const read = async (): Promise<Passed> => ({
          status: answer.statusCode ?? 502,
          headers: withoutConnection(answer.headers),
          body: await bodyOf(answer),
        });
        read().then(resolve, reject);
      });
      onward.end(body);
    });

/** Stands before a board and spoils what passes, so that each check can be seen to find it. */
export const cripplingProxy = async (port: number, board: string): Promise<CripplingProxy> => {
  const forward = forwardTo(board);
  let last: Promise<void> = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    const pass = async (): Promise<void> => {
      const { method = "GET", url: path = "/" } = incoming;
      const request = {
        method,
        path,
        headers: withoutConnection(incoming.headers),
        body: await bodyOf(incoming),
      };
      await proxy.fault.before?.(request, forward);
      const answer = await forward(request);
      proxy.fault.after?.(answer, request);
      outgoing.writeHead(answer.status, answer.headers);
      outgoing.end(answer.body);
    };
    const failed = (): void => {
      outgoing.writeHead(502);
      outgoing.end();
    };
    if (proxy.fault.serial) last = last.then(pass).catch(failed);
    else pass().catch(failed);
  });
  const proxy: CripplingProxy = {
    fault: {},
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return proxy;
};
