import { CODE_SYSTEMS } from "@cadre-care/fhir";
import { z } from "zod";

const outcome = z.object({
  issue: z.array(
    z.object({
      code: z.string(),
      details: z.object({
        coding: z.array(z.object({ system: z.string(), code: z.string() })),
        text: z.string(),
        _text: z.object({
          extension: z.array(
            z.object({
              url: z.string(),
              extension: z.array(z.object({ url: z.string(), valueString: z.string().optional() })),
            }),
          ),
        }),
      }),
      expression: z.array(z.string()).optional(),
    }),
  ),
});

const entry = z
  .object({
    fullUrl: z.string().optional(),
    resource: z.record(z.string(), z.unknown()).optional(),
    search: z.object({ mode: z.string() }).optional(),
    response: z
      .object({
        status: z.string(),
        location: z.string().optional(),
        etag: z.string().optional(),
        outcome: z.unknown().optional(),
      })
      .optional(),
  })
  .passthrough();

const bundle = z.object({
  resourceType: z.literal("Bundle"),
  type: z.string(),
  total: z.number().optional(),
  meta: z.object({ lastUpdated: z.string() }).optional(),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).optional(),
  entry: z.array(entry).default([]),
});
export type AnswerBundle = z.infer<typeof bundle>;

/** What the board answered, with the ways in which the tests look at it. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;

  constructor(status: number, headers: Headers, text: string) {
    this.status = status;
    this.headers = headers;
    this.text = text;
  }

  get json(): unknown {
    return JSON.parse(this.text);
  }

  get resource(): Record<string, unknown> {
    return z.record(z.string(), z.unknown()).parse(this.json);
  }

  get id(): string {
    return z.string().parse(this.resource.id);
  }

  get bundle(): AnswerBundle {
    return bundle.parse(this.json);
  }

  /** Code of CODE_SYSTEMS.problem; the outcome must be complete and in both languages. */
  get problem(): string {
    const [issue] = outcome.parse(this.json).issue;
    const coding = issue?.details.coding.find((one) => one.system === CODE_SYSTEMS.problem);
    const english = issue?.details._text.extension[0]?.extension.find((one) => one.url === "content");
    if (!coding || !english?.valueString || issue?.details.text === "")
      throw new Error(`no complete outcome: ${this.text}`);
    return coding.code;
  }

  get issue() {
    const [first] = outcome.parse(this.json).issue;
    if (!first) throw new Error(`no issue: ${this.text}`);
    return first;
  }
}

/** Somebody at work: calls the board with an access token. */
export class Desk {
  readonly #url: string;
  readonly token: string | undefined;

  constructor(url: string, token: string | undefined) {
    this.#url = url;
    this.token = token;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(path.startsWith("http") ? path : `${this.#url}/fhir${path}`, {
      method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { "content-type": "application/fhir+json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return new Answer(response.status, response.headers, await response.text());
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  transact(body: unknown): Promise<Answer> {
    return this.send("POST", "", body);
  }

  put(path: string, body: unknown, ifMatch?: string): Promise<Answer> {
    return this.send("PUT", path, body, ifMatch === undefined ? {} : { "if-match": ifMatch });
  }

  /** All matches over all pages. */
  async all(path: string): Promise<readonly Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const answer: Answer = await this.get(next);
      if (answer.status !== 200) throw new Error(`${next}: ${answer.text}`);
      for (const one of answer.bundle.entry)
        if (one.search?.mode === "match" && one.resource) found.push(one.resource);
      next = answer.bundle.link?.find((link) => link.relation === "next")?.url;
    }
    return found;
  }
}
