import { expect, it } from "vitest";

it("can be imported where there is no document", async () => {
  expect(typeof document).toBe("undefined");
  const { CadreCareProvider } = await import("./index.ts");
  expect(CadreCareProvider.name).toBe("CadreCareProvider");
});
