import { expect, it } from "vitest";
import { PACK_OPTIONS } from "./site-options.ts";
import { packUsage } from "./usage.ts";

it("explains every option of pack once in each language", () => {
  const named = [...packUsage().matchAll(/^ {2}--([\w-]+) .*[^ .]$/gm)].map(([, name]) => name);
  const options = Object.keys(PACK_OPTIONS);
  expect(named.toSorted()).toEqual([...options, ...options].toSorted());
});
