import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

const LATENCY = 20;

/** What can go wrong on the way, each with its own share. `commits`: the board has it all the same. */
const FAULTS = [
  { name: "answer-lost", share: 0.06 },
  { name: "reset", share: 0.06 },
  { name: "busy-503", share: 0.04 },
  { name: "busy-429", share: 0.04 },
  { name: "captive-portal", share: 0.04 },
  { name: "truncated", share: 0.04 },
];

const source = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

/** The way to the board: 20 ms there, and when asked faults drawn by a seed. Counts requests and bytes. */
export class FaultyWay {
  faults = false;
  requests = 0;
  bytes = 0;
  #random = source(1);

  constructor(target) {
    this.target = target;
  }

  /** The same faults in the same order for each contender. */
  reset(seed) {
    this.#random = source(seed);
    this.requests = 0;
    this.bytes = 0;
  }

  async handle(incoming, outgoing) {
    const body = [];
    for await (const piece of incoming) body.push(piece);
    const sent = Buffer.concat(body);
    this.requests += 1;
    this.bytes += sent.length;
    await pause(LATENCY);
    const fault = this.faults && incoming.method === "POST" ? this.#draw() : undefined;
    switch (fault) {
      case "reset":
        outgoing.destroy();
        return;
      case "busy-503":
        outgoing.writeHead(503, { "content-type": "text/plain" }).end("busy");
        return;
      case "busy-429":
        outgoing.writeHead(429, { "retry-after": "1", "content-type": "text/plain" }).end("slow down");
        return;
      case "captive-portal":
        outgoing.writeHead(200, { "content-type": "text/html" }).end("<title>Đăng nhập Wi-Fi</title>");
        return;
    }
    const answer = await this.#forward(incoming, sent);
    if (fault === "answer-lost") {
      outgoing.destroy();
      return;
    }
    const { "transfer-encoding": _, ...headers } = answer.headers;
    outgoing.writeHead(answer.status, { ...headers, "content-length": answer.body.length });
    if (fault === "truncated") {
      outgoing.write(answer.body.subarray(0, answer.body.length >> 1));
      outgoing.destroy();
      return;
    }
    outgoing.end(answer.body);
  }

  #draw() {
    let at = this.#random();
    for (const { name, share } of FAULTS) {
      if (at < share) return name;
      at -= share;
    }
    return undefined;
  }

  #forward(incoming, sent) {
    const { host: _, origin: __, ...headers } = incoming.headers;
    return new Promise((resolve, reject) => {
      const way = request(
        new URL(incoming.url, this.target),
        { method: incoming.method, headers: { ...headers, "content-length": sent.length } },
        async (answer) => {
          const pieces = [];
          for await (const piece of answer) pieces.push(piece);
          resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) });
        },
      );
      way.on("error", reject);
      way.end(sent);
    });
  }
}
