import { expect, it } from "vitest";
import { previousValues } from "./previous-values.ts";

it("are not waited for when the board is not even asked, as while an access token does not come", async () => {
  const waiting = { search: () => new Promise<never>(() => undefined) };
  expect(await previousValues(waiting, "person-3", ["http://loinc.org|8867-4"], 10)).toBeUndefined();
});
