import { VALUE_SETS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { demoPolicy } from "../demo/demo-data.ts";
import { demoValueSets } from "../demo/forms/forms.ts";
import { knownValueSet } from "../terminology/value-sets.ts";
import { profileComplaints } from "./profiles.ts";

const include = { system: "urn:x", concept: [{ code: "a", display: "A" }] };
const good = {
  resourceType: "ValueSet",
  id: "x",
  url: "https://x.example/ValueSet/x",
  status: "active",
  compose: { include: [include] },
};
const complaints = (valueSet: object) =>
  profileComplaints({ resourceType: "ValueSet", ...valueSet }, { policy: demoPolicy() }).map(
    ({ code, expression }) => `${code} ${expression}`,
  );

describe("a value set is stored only where the board can list its concepts", () => {
  it.each([good, ...demoValueSets()])("taken: $url", (valueSet) => {
    expect(complaints(valueSet)).toEqual([]);
    expect(knownValueSet(valueSet)).toBeDefined();
  });

  it.each([
    ["no concepts", { compose: { include: [{ ...include, concept: [] }] } }, "compose"],
    ["a whole code system beside", { compose: { include: [include, { system: "urn:y" }] } }, "compose"],
    ["concepts of no system", { compose: { include: [{ concept: include.concept }] } }, "compose"],
    ["a filter", { compose: { include: [{ ...include, filter: [{ property: "p" }] }] } }, "compose"],
    ["another set's", { compose: { include: [{ ...include, valueSet: ["urn:z"] }] } }, "compose"],
    ["all but some", { compose: { include: [include], exclude: [include] } }, "compose"],
    ["no compose", { compose: undefined }, "compose"],
    ["no URL", { url: undefined }, "url"],
    ["a version in the URL", { url: `${good.url}|1` }, "url"],
    ["the policy's hospitals", { url: VALUE_SETS.receivingHospital }, "url"],
    ["the policy's classes", { url: VALUE_SETS.cadreClass }, "url"],
  ])("refused: %s", (_name, change, element) => {
    const valueSet = { ...good, ...change };
    expect(complaints(valueSet)).toEqual([`profile-violated ValueSet.${element}`]);
    expect(knownValueSet(valueSet)).toBeUndefined();
  });
});
