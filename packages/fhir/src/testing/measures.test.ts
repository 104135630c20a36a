import { expect, it } from "vitest";
import { isLoincCode } from "./measures.ts";

it.each(["8302-2", "29463-7", "39156-5", "8867-4", "85354-9", "8480-6", "8462-4", "14749-6"])(
  "%s has its check digit, and no other digit does",
  (code) => {
    const digits = "0123456789".split("").filter((digit) => isLoincCode(code.slice(0, -1) + digit));
    expect(digits).toEqual([code.slice(-1)]);
  },
);

it("finds digits that changed places", () => {
  expect(isLoincCode("8840-6")).toBe(false);
  expect(isLoincCode("92463-7")).toBe(false);
  expect(isLoincCode("8480")).toBe(false);
});
