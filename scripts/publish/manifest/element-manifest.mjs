import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { analyse } from "./analyse.mjs";

/** Where a tag is registered so that a surrounding form takes its answers. */
const IN_FORM = /\/in-form\//;
const FORM_NAME = {
  name: "name",
  type: { text: "string | null" },
  description: "Name of the entry in a surrounding form, where the tag was registered by `define/in-form/…`.",
};
const DEFINES = /define\("([^"]+)", (\w+)\)/;

/** Called by Lit and by the browser, not by a page. */
const CALLED = new Set([
  "attributeChangedCallback",
  "connectedCallback",
  "createRenderRoot",
  "disconnectedCallback",
  "firstUpdated",
  "formAssociatedCallback",
  "getUpdateComplete",
  "render",
  "scheduleUpdate",
  "update",
  "updated",
  "willUpdate",
]);

/** Whether a page can use a member. */
const isPublic = ({ name, kind, type, privacy, static: ofClass }) =>
  !ofClass &&
  (privacy ?? "public") === "public" &&
  !name.startsWith("#") &&
  !CALLED.has(name) &&
  // A field without a type is an assignment to a field of something else, which the analyzer takes for one.
  (kind === "method" || type !== undefined);

/** A class as it is published, from what the analyzer says; what is public and undescribed is an error. */
const publishedClass = (declaration, { tagName, inForm }, wrong) => {
  const members = (declaration.members ?? []).filter(isPublic);
  for (const { name, description } of members)
    if (!description) wrong.push(`${declaration.name}.${name} has no doc comment`);
  // The analyzer also lists what it sees dispatched, without a name; each must be one of those that are described.
  const events = (declaration.events ?? []).filter(({ name }) => name?.startsWith("cadre-"));
  const described = new Set(events.filter(({ description }) => description).map(({ type }) => type?.text));
  for (const { type } of declaration.events ?? [])
    if (type?.text?.startsWith("Cadre") && !described.has(type.text))
      wrong.push(`${declaration.name} dispatches ${type.text} and has no @fires for it`);
  if (!declaration.description) wrong.push(`${declaration.name} has no doc comment`);
  const kept = new Set(members.map(({ name }) => name));
  return {
    kind: "class",
    customElement: true,
    tagName,
    name: declaration.name,
    description: declaration.description,
    members: members.map(({ inheritedFrom, resolveInitializer, reflects, ...member }) => member),
    attributes: [
      ...(declaration.attributes ?? [])
        .filter(({ fieldName }) => kept.has(fieldName))
        .map(({ inheritedFrom, resolveInitializer, ...attribute }) => attribute),
      ...(inForm ? [FORM_NAME] : []),
    ],
    events: events.map(({ inheritedFrom, ...event }) => event),
    ...Object.fromEntries(
      ["slots", "cssParts", "cssProperties"].map((key) => [
        key,
        (declaration[key] ?? []).map(({ inheritedFrom, ...one }) => one),
      ]),
    ),
    superclass: { name: "HTMLElement" },
  };
};

/**
 * The custom elements manifest (schema 1.0.0) of a package: its elements only, each under the module that is published,
 * with what a page can use of it. @throws Error naming what is public and has no description.
 */
export const elementManifest = async ({ directory, files }) => {
  const { modules } = await analyse(directory);
  const byName = new Map(
    modules.flatMap(({ path, declarations }) =>
      (declarations ?? []).map((declaration) => [declaration.name, { path, declaration }]),
    ),
  );
  const elements = files.flatMap((file) => {
    const [, tagName, className] = DEFINES.exec(readFileSync(file, "utf8")) ?? [];
    return tagName === undefined || IN_FORM.test(file) ? [] : [{ file, tagName, className }];
  });
  const inForm = (file) => files.some((one) => IN_FORM.test(one) && one.endsWith(basename(file)));
  const built = (path) => path.replace(/^src\//, "").replace(/\.ts$/, ".js");
  const wrong = [];
  const manifest = {
    schemaVersion: "1.0.0",
    readme: "",
    modules: elements
      .sort((one, other) => (one.tagName < other.tagName ? -1 : 1))
      .map(({ file, tagName, className }) => {
        const { path, declaration } = byName.get(className);
        const module = built(path);
        const named = { name: className, module };
        return {
          kind: "javascript-module",
          path: module,
          declarations: [publishedClass(declaration, { tagName, inForm: inForm(file) }, wrong)],
          exports: [
            { kind: "js", name: className, declaration: named },
            {
              kind: "custom-element-definition",
              name: tagName,
              declaration: named,
              // Where the tag is registered.
              path: built(relative(directory, file)),
            },
          ],
        };
      }),
  };
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return manifest;
};
