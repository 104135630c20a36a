import { readFileSync } from "node:fs";
import { LitElement } from "lit";
import { beforeAll, describe, expect, it } from "vitest";
import { type Declaration, elementsOf } from "../../docs/reference/manifest.ts";
import { publishedPackages } from "../published-packages.mjs";
import { elementManifest } from "./element-manifest.mjs";

const packageOf = (name: string) => {
  const found = publishedPackages.find((one) => one.name === `@cadre-care/${name}`);
  if (found === undefined) throw new Error(`not published: ${name}`);
  return found;
};
const PACKAGES = ["elements", "portal"].map(packageOf);
const elements: readonly Declaration[] = (
  await Promise.all(PACKAGES.map((published) => elementManifest(published)))
).flatMap(elementsOf);

const registered = (tag = ""): typeof LitElement => {
  const found = customElements.get(tag);
  if (found === undefined || !(found.prototype instanceof LitElement))
    throw new Error(`not registered: ${tag}`);
  return found as typeof LitElement;
};

beforeAll(async () => {
  await import("../../../packages/elements/src/define/all.ts");
  await import("../../../packages/portal/src/define/all.ts");
});

it("has every tag that the packages define", () => {
  const defined = PACKAGES.flatMap(({ files }) => files).flatMap(
    (file) => /define\("([a-z-]+)"/.exec(readFileSync(file, "utf8"))?.[1] ?? [],
  );
  expect(defined.length).toBeGreaterThan(10);
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual([...new Set(defined)].sort());
});

describe.each(elements.map((element) => [element.tagName, element] as const))("%s", (tag, { members }) => {
  it("has every reactive property with its attribute, as the class has at run time", () => {
    const { observedAttributes, elementProperties } = registered(tag);
    expect(observedAttributes.length).toBeGreaterThan(0);
    const open = [...elementProperties].filter(([, { state }]) => state !== true);
    expect(open.length).toBeGreaterThan(2);
    for (const [name, { attribute }] of open) {
      const told = members.find((member) => member.name === name);
      const wanted = typeof attribute === "string" ? attribute : String(name).toLowerCase();
      expect([name, told?.attribute]).toEqual([name, attribute === false ? undefined : wanted]);
      expect([name, told?.type?.text]).not.toEqual([name, undefined]);
    }
  });
});
