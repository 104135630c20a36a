import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { publint } from "publint";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, launch } from "../../extension/e2e/harness/index.ts";
import { listening } from "../../extension/e2e/harness/listening.ts";
import { browsersUnderTest } from "../../extension/e2e/support/browsers.ts";
import { PACKED, ScratchProject } from "./scratch-project.ts";

let project: ScratchProject;
beforeAll(async () => {
  project = await ScratchProject.create();
});
afterAll(() => project?.remove());

describe.each(PACKED)("the packed package %s", (name) => {
  it("is what bundlers and Node expect", async () => {
    const { messages } = await publint({
      pkgDir: project.path("node_modules/@cadre-care", name),
      pack: false,
    });
    expect(messages).toEqual([]);
  });

  it("has types that lead where its modules are", async () => {
    expect(await project.wrongTypes(name)).toBe("");
  });
});

const USES = `
  import "@cadre-care/elements/define/priority-banner";
  import "@cadre-care/elements/define/questionnaire";
  import { CadreQuestionnaire } from "@cadre-care/elements/questionnaire";
  import { readQuestionnaire } from "@cadre-care/forms";
  const form = document.createElement("cadre-questionnaire");
  const same: CadreQuestionnaire = form;
  same.questionnaire = { resourceType: "Questionnaire", status: "active" };
  form.addEventListener("cadre-form-change", ({ response }) => console.log(response["status"]));
  document.createElement("cadre-priority-banner").addEventListener("cadre-open-panel", ({ subject }) => console.log(subject));
  console.log(readQuestionnaire(form.questionnaire).ok);
  import "@cadre-care/portal/define/care-provider";
  const provider = document.createElement("cadre-care-provider");
  provider.site = "bv-tinh";
  provider.addEventListener("cadre-care-connected", ({ service }) => service.statePatient(null, { emergency: false }));
`;

describe("types", () => {
  it("hold in the strictest settings, those of what we depend on included", async () => {
    expect(await project.typeErrors(USES)).toBe("");
  });

  it("fail on a property and on an event that there is not", async () => {
    expect(await project.typeErrors(USES.replace("same.questionnaire =", "same.questionnair ="))).toContain(
      "'questionnair'",
    );
    expect(await project.typeErrors(USES.replace("provider.site =", "provider.sight ="))).toContain(
      "'sight'",
    );
    expect(await project.typeErrors(USES.replace("cadre-form-change", "cadre-form-changed"))).toContain(
      "'response'",
    );
  });
});

const QUESTIONNAIRE = {
  resourceType: "Questionnaire",
  status: "active",
  item: [
    { linkId: "height", text: "Chiều cao (m)", type: "decimal" },
    { linkId: "weight", text: "Cân nặng (kg)", type: "decimal" },
    {
      linkId: "bmi",
      text: "BMI",
      type: "decimal",
      readOnly: true,
      extension: [
        {
          url: "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
          valueExpression: {
            language: "text/fhirpath",
            expression:
              "(%resource.item.where(linkId='weight').answer.value / (%resource.item.where(linkId='height').answer.value.power(2))).round(1)",
          },
        },
      ],
    },
  ],
};

const page = (
  script: string,
) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng thông tin</title>
  <meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'">
  <script type="module" src="${script}"></script>
  <script type="module" src="/portal.js"></script>
  <cadre-questionnaire></cadre-questionnaire></html>`;

const PORTAL = `document.querySelector("cadre-questionnaire").questionnaire = ${JSON.stringify(QUESTIONNAIRE)};`;

/** The two ways in: the script for pages without a build, and a bundler of somebody else. */
const served = async () => {
  project.write("bundled.js", 'import "@cadre-care/elements/define/in-form/questionnaire";');
  const { output } = [
    await build({
      root: project.directory,
      configFile: false,
      logLevel: "error",
      build: {
        write: false,
        modulePreload: false,
        assetsDir: "bundled",
        rollupOptions: {
          input: project.path("bundled.js"),
          output: { entryFileNames: "bundled/entry.js" },
        },
      },
    }),
  ]
    .flat()
    .find((built) => "output" in built) ?? { output: [] };
  const bundled = new Map<string, string>(
    output.flatMap((chunk) => (chunk.type === "chunk" ? [[`/${chunk.fileName}`, chunk.code] as const] : [])),
  );
  const contentOf = (path: string): string | Buffer => {
    if (path === "/cdn.html") return page("/cdn/cadre-care.js");
    if (path === "/bundled.html") return page("/bundled/entry.js");
    if (path === "/portal.js") return PORTAL;
    return bundled.get(path) ?? readFileSync(project.path("node_modules/@cadre-care/elements", path));
  };
  return createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://portal").pathname;
    const type = extname(path) === ".html" ? "text/html" : "text/javascript";
    try {
      response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(contentOf(path));
    } catch {
      response.writeHead(404).end();
    }
  });
};

describe.each(browsersUnderTest())("in %s, under a strict policy of the page", (kind) => {
  it.each(["cdn", "bundled"])("a form works and calculates: %s", async (way) => {
    const server = await listening(await served());
    const session = await launch(kind, { profileDir: project.path(`profile-${kind}-${way}`) });
    try {
      const tab = await session.open(`${server.url}/${way}.html`);
      const typed = async (label: string, text: string) => {
        const field = await eventually(label, () => tab.$(`>>> ::-p-aria([name="${label}"])`));
        await field.type(text);
        await tab.keyboard.press("Tab");
      };
      await typed("Chiều cao (m)", "1,6");
      await typed("Cân nặng (kg)", "64");
      const calculated = await eventually("the calculation", () =>
        tab.evaluate(() => {
          const form = document.querySelector("cadre-questionnaire");
          const response: unknown = form === null ? undefined : Reflect.get(form, "response");
          return JSON.stringify(response).includes('"valueDecimal":25')
            ? JSON.stringify(response)
            : undefined;
        }),
      );
      expect(calculated).toContain('"valueDecimal":1.6');
    } finally {
      await session.close();
      await server.stop();
    }
  });
});
