import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ScratchProject } from "../scratch-project.ts";

let project: ScratchProject;
beforeAll(async () => {
  project = await ScratchProject.create();
  for (const name of [
    "react",
    "@types/react",
    "csstype",
    "vue",
    "@vue",
    "svelte",
    "@angular",
    "rxjs",
    "tslib",
  ])
    project.link(name);
});
afterAll(() => project?.remove());

const TAGS = `
  import "@cadre-care/elements/types/react";
  import "@cadre-care/portal/types/react";
  export const page = (
    <cadre-care-provider board="https://board" oncadre-care-connected={(event) => event.service.signIn()}>
      <cadre-priority-banner mode="details" requireTrusted className="strip" onClick={() => undefined} />
      <cadre-exam-checklist name="exam" oncadre-form-change={({ response }) => console.log(response["status"])} />
    </cadre-care-provider>
  );
`;

const COMPONENTS = `
  import { CadrePriorityBanner } from "@cadre-care/elements/react/priority-banner";
  import { CadreCareProvider } from "@cadre-care/portal/react/care-provider";
  export const page = (
    <CadreCareProvider site="bv-tinh" onCadreCareConnected={({ service }) => void service.signIn()}>
      <CadrePriorityBanner mode="strip" onCadreOpenPanel={({ subject }) => console.log(subject)} />
    </CadreCareProvider>
  );
`;

const tsx = (source: string) => project.typeErrors(source, "portal.tsx");

describe("types for React", () => {
  it("know the tags, their properties and their events", async () => {
    expect(await tsx(TAGS)).toBe("");
    expect(await tsx(TAGS.replace("board=", "bord="))).toContain("'bord'");
    expect(await tsx(TAGS.replace('"details"', '"detail"'))).toContain("detail");
    expect(await tsx(TAGS.replace("cadre-priority-banner", "cadre-priority-baner"))).toContain(
      "cadre-priority-baner",
    );
    // A name with a hyphen passes; what its handler is given is unknown then, and strict settings refuse that.
    expect(await tsx(TAGS.replace("oncadre-form-change", "oncadre-form-changed"))).toContain("'response'");
  });

  it("refuse a property and an event that a component has not", async () => {
    expect(await tsx(COMPONENTS)).toBe("");
    expect(await tsx(COMPONENTS.replace("site=", "sight="))).toContain("'sight'");
    expect(await tsx(COMPONENTS.replace("onCadreOpenPanel", "onCadreOpenPanle"))).toContain(
      "onCadreOpenPanle",
    );
    expect(await tsx(COMPONENTS.replace("subject }", "person }"))).toContain("'person'");
  });
});

const VUE = `
  import type {} from "@cadre-care/elements/types/vue";
  import type { GlobalComponents } from "vue";
  type Props = InstanceType<GlobalComponents["cadre-visit-steps"]>["$props"];
  export const props: Props = { busy: true, onCadreCheckIn: ({ subject }) => console.log(subject) };
`;

it("types for Vue know the tags, their properties and their events", async () => {
  expect(await project.typeErrors(VUE)).toBe("");
  expect(await project.typeErrors(VUE.replace("busy:", "bussy:"))).toContain("'bussy'");
  expect(await project.typeErrors(VUE.replace("onCadreCheckIn", "onCadreCheckedIn"))).toContain(
    "onCadreCheckedIn",
  );
});

const SVELTE = `
  import type {} from "@cadre-care/elements/types/svelte";
  import type { SvelteHTMLElements } from "svelte/elements";
  type Props = SvelteHTMLElements["cadre-visit-steps"];
  export const props: Props = { busy: true, "oncadre-check-in": ({ subject }) => console.log(subject) };
`;

it("types for Svelte know the tags, their properties and their events", async () => {
  expect(await project.typeErrors(SVELTE)).toBe("");
  expect(await project.typeErrors(SVELTE.replace("busy:", "bussy:"))).toContain("'bussy'");
  expect(await project.typeErrors(SVELTE.replace("oncadre-check-in", "oncadre-checked-in"))).toContain(
    "oncadre-checked-in",
  );
});

const ANGULAR = `
  import { Component } from "@angular/core";
  import { CadreVisitSteps } from "@cadre-care/elements/angular/visit-steps";
  import { CadreCareProvider } from "@cadre-care/portal/angular/care-provider";
  @Component({
    selector: "hospital-page",
    imports: [CadreCareProvider, CadreVisitSteps],
    template: \`<cadre-care-provider [site]="site" (cadre-care-connected)="$event.service.signIn()">
      <cadre-visit-steps busy language="vi" (cadre-check-in)="checkedIn($event.subject)" /></cadre-care-provider>\`,
  })
  export class Page {
    readonly site = "bv-tinh";
    checkedIn(subject: string): void {
      console.log(subject);
    }
  }
`;

it("directives for Angular know the tags, their properties and their events, without a schema that lets all pass", async () => {
  expect(await project.angularErrors(ANGULAR)).toBe("");
  const wrong = await project.angularErrors(
    ANGULAR.replace("[site]", "[sight]")
      .replace('language="vi"', '[language]="7"')
      .replace("(cadre-check-in)", "(cadre-checked-in)")
      .replace("</cadre-care-provider>", "<cadre-visit-step /></cadre-care-provider>"),
  );
  expect(wrong).toContain("Can't bind to 'sight'");
  expect(wrong).toContain("Type 'number' is not assignable to type 'string'");
  expect(wrong).toContain("'subject' does not exist");
  expect(wrong).toContain("'cadre-visit-step' is not a known element");
});

const packed = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(project.path("node_modules/@cadre-care", name, file), "utf8"));

const manifestSchema = z.object({
  modules: z.array(
    z.object({
      path: z.string(),
      declarations: z.array(z.object({ tagName: z.string(), description: z.string().min(20) })).length(1),
      exports: z.array(z.object({ kind: z.string(), path: z.string().optional() })),
    }),
  ),
});

describe.each([
  ["elements", 12],
  ["portal", 1],
])("editors' data of %s", (name, count) => {
  it("names each element, the module it is in and the one that registers it", () => {
    const { modules } = manifestSchema.parse(packed(name, "custom-elements.json"));
    expect(modules).toHaveLength(count);
    for (const { exports } of modules) {
      const { path } = exports.find(({ kind }) => kind === "custom-element-definition") ?? {};
      const [, tag] =
        /define\("([^"]+)"/.exec(
          readFileSync(project.path("node_modules/@cadre-care", name, path ?? ""), "utf8"),
        ) ?? [];
      expect(tag).toMatch(/^cadre-/);
    }
  });

  it("is there for VS Code and JetBrains, under the package's name", () => {
    const tags = z.object({ tags: z.array(z.object({ name: z.string() })) });
    expect(tags.parse(packed(name, "vscode.html-custom-data.json")).tags).toHaveLength(count);
    const webTypes = z.object({ name: z.string(), version: z.string() });
    expect(webTypes.parse(packed(name, "web-types.json"))).toEqual({
      name: `@cadre-care/${name}`,
      version: "0.1.0",
    });
  });
});
