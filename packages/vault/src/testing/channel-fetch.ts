import { z } from "zod";

const asked = z.object({
  id: z.string(),
  url: z.string(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
});
const answered = z.object({
  id: z.string(),
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().nullable().default(null),
});

const headersOf = (headers: Headers): Record<string, string> => {
  const all: Record<string, string> = {};
  headers.forEach((value, name) => {
    all[name] = value;
  });
  return all;
};

/** A fetch for a worker of a test, answered by whoever serves that channel: several workers, one board. */
export const channelFetch = (name: string): typeof globalThis.fetch => {
  const channel = new BroadcastChannel(name);
  const waiting = new Map<string, (answer: z.infer<typeof answered>) => void>();
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const parsed = answered.safeParse(event.data);
    if (!parsed.success) return;
    waiting.get(parsed.data.id)?.(parsed.data);
    waiting.delete(parsed.data.id);
  });
  return async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    const id = crypto.randomUUID();
    const answer = await new Promise<z.infer<typeof answered>>((resolve) => {
      waiting.set(id, resolve);
      const { url, method } = request;
      const body = text === "" ? {} : { body: text };
      channel.postMessage({ id, url, method, headers: headersOf(request.headers), ...body });
    });
    if (answer.status === undefined) throw new TypeError("Failed to fetch");
    return new Response(answer.body === "" ? null : answer.body, {
      status: answer.status,
      headers: answer.headers,
    });
  };
};

/** Answers the requests of a channel. The answer ends it. */
export const serveFetch = (name: string, fetch: typeof globalThis.fetch): (() => void) => {
  const channel = new BroadcastChannel(name);
  let open = true;
  const answer = async (request: z.infer<typeof asked>): Promise<void> => {
    const { id, url, method, headers, body } = request;
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) }).catch(
      () => undefined,
    );
    const told =
      response === undefined
        ? { id }
        : { id, status: response.status, headers: headersOf(response.headers), body: await response.text() };
    if (open) channel.postMessage(told);
  };
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const parsed = asked.safeParse(event.data);
    if (parsed.success) void answer(parsed.data);
  });
  return () => {
    open = false;
    channel.close();
  };
};
