import { handlers, propertiesType, tagTypes } from "./elements-of.mjs";

/** Tags in the templates of Svelte 5, where `oncadre-scan` listens to `cadre-scan`. */
export const svelteTypes = (elements) => `import type { HTMLAttributes } from "svelte/elements";
import type * as cadre from "../index.js";

export interface CadreTags {
${tagTypes(
  elements,
  (element) =>
    `HTMLAttributes<cadre.${element.className}> &\n    ${propertiesType(element)} & {\n${handlers(element.events, (name) => `on${name}`, "      ")}    }`,
  "  ",
)}}

declare module "svelte/elements" {
  interface SvelteHTMLElements extends CadreTags {}
}
`;
