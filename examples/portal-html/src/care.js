/// <reference types="@cadre-care/portal/define/all" />
import board from "./board.json" with { type: "json" };

/** @type {import("@cadre-care/domain").CareService | undefined} */
let care;
/** @type {import("@cadre-care/example-portal-common").Reception | undefined} */
let patient;

const say = () => care?.statePatient(patient?.identity ?? null, { emergency: patient?.emergency ?? false });

/** Says whose page it is. @param {typeof patient} shown */
export const showPatient = (shown) => {
  patient = shown;
  void say();
};

const provider = document.querySelector("cadre-care-provider");
provider?.addEventListener("cadre-care-connected", ({ service }) => {
  care = service;
  void say();
});
if (provider !== null) Object.assign(provider, board);
