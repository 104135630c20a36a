import { handlers, pascal, propertiesType, tagTypes } from "./elements-of.mjs";

/** Tags in the templates of Vue 3, for `vue-tsc` with strict templates: `@cadre-scan` is `onCadreScan`. */
export const vueTypes = (elements) => `import type { HTMLAttributes } from "vue";
import type * as cadre from "../index.js";

interface Tag<Properties, Events> {
  new (): { $props: Properties & Events & HTMLAttributes; $slots: { default?(): unknown } };
}

export interface CadreTags {
${tagTypes(
  elements,
  (element) =>
    `Tag<\n    ${propertiesType(element)},\n    {\n${handlers(element.events, (name) => `on${pascal(name)}`, "      ")}    }\n  >`,
  "  ",
)}}

declare module "vue" {
  interface GlobalComponents extends CadreTags {}
}
`;
