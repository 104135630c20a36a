import type { PortalName } from "./portal-project.ts";

/** Names that there are not, in the place of right ones, and what the build says of each. */
export const WRONG_NAMES = {
  html: [
    ["src/care.js", "cadre-care-connected", "cadre-care-conected", "Property 'service' does not exist"],
    ["src/care.js", "care?.statePatient", "care?.statPatient", "Property 'statPatient' does not exist"],
  ],
  react: [
    [
      "src/care.tsx",
      "onCadreCareConnected",
      "onCadreCareConected",
      "Property 'onCadreCareConected' does not exist",
    ],
    ["src/portal.tsx", "mode=", "mod=", "Property 'mod' does not exist"],
  ],
  vue: [
    ["src/patient-care.vue", "@cadre-care-connected", "@cadre-care-conected", "onCadreCareConected"],
    ["src/hospital-portal.vue", `mode="compact"`, `mod="compact"`, "'mod' does not exist"],
  ],
  angular: [
    ["src/care.ts", "(cadre-care-connected)", "(cadre-care-conected)", "'service' does not exist"],
    ["src/care.ts", "[site]", "[sight]", "Can't bind to 'sight'"],
  ],
} as const satisfies Record<PortalName, readonly (readonly [string, string, string, string])[]>;
