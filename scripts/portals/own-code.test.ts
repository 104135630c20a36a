import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../demo/child-service.ts";
import { PORTALS, type PortalName } from "./portal-project.ts";

/** What a team writes itself to connect banner and checklist; the pages around it would be there anyway. */
const OWN_CODE: Readonly<Record<PortalName, string>> = {
  html: "care.js",
  react: "care.tsx",
  vue: "patient-care.vue",
  angular: "care.ts",
};

it.each(PORTALS)("%s is connected in under 30 lines", (name) => {
  const code = readFileSync(join(ROOT, "examples", `portal-${name}`, "src", OWN_CODE[name]), "utf8");
  expect(code).toContain("statePatient");
  expect(code.trimEnd().split("\n").length).toBeLessThan(30);
});
