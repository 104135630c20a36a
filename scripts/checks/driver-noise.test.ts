import { expect, it } from "vitest";
import { isDroppedDriverCall } from "./driver-noise.mjs";

const dropped = {
  name: "ProtocolError",
  message: "Protocol error (script.callFunction): no such frame Browsing Context with id 5d5a not found",
  stack:
    "ProtocolError: Protocol error\n    at BidiFrameRealm.evaluateHandle (node_modules/puppeteer-core/lib/esm/puppeteer/bidi/Realm.js:103:36)",
};

it("knows the one rejection that the driver drops", () => {
  expect(isDroppedDriverCall(dropped)).toBe(true);
});

it.each([
  ["a test's own call", { stack: `${dropped.stack}\n    at addressOf (/x/extension/e2e/harness/a.ts:1:1)` }],
  ["another command", { message: "Protocol error (browsingContext.close): no such frame" }],
  ["another reason", { message: "Protocol error (script.callFunction): timed out" }],
  ["another kind of error", { name: "TypeError" }],
  ["no stack", { stack: "" }],
])("lets nothing else pass: %s", (_, change) => {
  expect(isDroppedDriverCall({ ...dropped, ...change })).toBe(false);
});
