import { expose, wrap } from "comlink";
import { describe, expect, it } from "vitest";
import { GuardedEndpoint } from "./guarded-endpoint.ts";

const apply = (path: unknown, ...values: unknown[]) => ({
  id: "1",
  type: "APPLY",
  path,
  argumentList: values.map((value) => ({ type: "RAW", value })),
});

const setUp = () => {
  const sent: unknown[] = [];
  const calls: unknown[][] = [];
  const endpoint = new GuardedEndpoint(new Set(["greet"]), { send: (message) => sent.push(message) });
  const service = {
    secret: "key",
    greet: (...given: unknown[]) => {
      calls.push(given);
      return "xin chào";
    },
    wipe: () => calls.push(["wiped"]),
  };
  expose(service, endpoint);
  return { sent, calls, endpoint, service };
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("guarded endpoint", () => {
  it("passes an allowed call with JSON values and answers it", async () => {
    const { sent, calls, endpoint } = setUp();
    expect(endpoint.deliver(apply(["greet"], "a", null))).toBe(true);
    await settled();
    expect(calls).toEqual([["a", null]]);
    expect(sent).toEqual([{ kind: "answer", message: { id: "1", type: "RAW", value: "xin chào" } }]);
  });

  it("passes what a person corrected: values by field", async () => {
    const { calls, endpoint } = setUp();
    expect(endpoint.deliver(apply(["greet"], "entry", { room: "room-2" }))).toBe(true);
    await settled();
    expect(calls).toEqual([["entry", { room: "room-2" }]]);
  });

  it("passes plain values of an object's own names, nested too", async () => {
    const { calls, endpoint } = setUp();
    const values = { credential: "AQID", more: { deep: ["x", { y: 1 }] } };
    expect(endpoint.deliver(apply(["greet"], values))).toBe(true);
    await settled();
    expect(calls).toEqual([[values]]);
  });

  it("passes a form of many items with an attachment", async () => {
    const { calls, endpoint } = setUp();
    const item = [...Array(10_000).keys()].map((n) => ({ linkId: `${n}`, answer: [{ valueInteger: n }] }));
    const response = { resourceType: "QuestionnaireResponse", item, more: "x".repeat(1_000_000) };
    expect(endpoint.deliver(apply(["greet"], "form", response))).toBe(true);
    await settled();
    expect(calls).toEqual([["form", response]]);
  });

  it.each([
    ["a name that is not on the list", apply(["wipe"])],
    ["a path into the service", apply(["greet", "constructor"])],
    ["a path to the prototype", apply(["__proto__"])],
    ["what is no JSON value", apply(["greet"], new Map())],
    ["a function as argument", apply(["greet"], { field: () => 1 })],
    ["an object that would say how it is shown", apply(["greet"], { toString: 1 })],
    ["an object with a prototype of its own", apply(["greet"], JSON.parse('{"__proto__": {"x": 1}}'))],
    ["such an object inside another", apply(["greet"], { a: [JSON.parse('{"constructor": 1}')] })],
    [
      "an object without end",
      apply(["greet"], Object.fromEntries([...Array(101).keys()].map((n) => [`k${n}`, 1]))),
    ],
    ["reading a property", { id: "1", type: "GET", path: ["secret"] }],
    [
      "writing the prototype",
      { id: "1", type: "SET", path: ["__proto__", "x"], value: { type: "RAW", value: 1 } },
    ],
    ["a constructor call", { id: "1", type: "CONSTRUCT", path: ["greet"], argumentList: [] }],
    ["an endpoint request", { id: "1", type: "ENDPOINT", path: [] }],
    ["a release", { id: "1", type: "RELEASE" }],
    ["nonsense", "hello"],
  ])("admits nothing else: %s", async (_what, message) => {
    const { sent, calls, endpoint, service } = setUp();
    expect(endpoint.deliver(message)).toBe(false);
    await settled();
    expect(sent).toEqual([]);
    expect(calls).toEqual([]);
    expect(service.secret).toBe("key");
    expect(Reflect.get({}, "x")).toBeUndefined();
  });

  it("speaks Comlink: a wrapped client on the other side gets the answer", async () => {
    const listeners = new Set<EventListener>();
    const endpoint = new GuardedEndpoint(new Set(["greet"]), {
      send: (message) => {
        const { message: data } = Object(message);
        for (const listener of listeners) listener(new MessageEvent("message", { data }));
      },
    });
    expose({ greet: (name: string) => `chào ${name}` }, endpoint);
    const remote = wrap<{ greet(name: string): string }>({
      postMessage: (message: unknown) => endpoint.deliver(JSON.parse(JSON.stringify(message))),
      addEventListener: (_type, listener) => {
        if (typeof listener === "function") listeners.add(listener);
      },
      removeEventListener: (_type, listener) => {
        if (typeof listener === "function") listeners.delete(listener);
      },
    });
    expect(await remote.greet("An")).toBe("chào An");
  });
});
