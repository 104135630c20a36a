import { handlers, pascal, propertiesType, tagTypes } from "./elements-of.mjs";

/**
 * Tags in the JSX of React 19. `oncadre-scan` is how React listens to `cadre-scan`. TypeScript lets any name with a hyphen
 * pass in JSX, so that a wrong event is only found at the components (`reactComponents`).
 */
export const reactTypes = (elements) => `import type { HTMLAttributes, RefAttributes } from "react";
import type * as cadre from "../index.js";

type Tag<Element, Properties, Events> = Properties &
  Events &
  Omit<HTMLAttributes<HTMLElement>, keyof Properties> &
  RefAttributes<Element>;

export interface CadreTags {
${tagTypes(
  elements,
  (element) =>
    `Tag<\n    cadre.${element.className},\n    ${propertiesType(element)},\n    {\n${handlers(element.events, (name) => `on${name}`, "      ")}    }\n  >`,
  "  ",
)}}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends CadreTags {}
  }
}
`;

/** The element's name as a component: `cadre-scan-input` is `CadreScanInput`, `cadre-scan` is `onCadreScan`. */
const component = ({ tag }) => pascal(tag);

/** A React component for one element: module and types, by the name of the module below `react/`. */
export const reactComponents = (elements, index) =>
  elements.map((element) => {
    const module = element.definedIn.split("/").at(-1).replace(/\.js$/, "");
    const events = element.events.map(({ name }) => `on${pascal(name)}: "${name}"`).join(", ");
    const types = element.events
      .map(({ name, type }) => `on${pascal(name)}: EventName<cadre.${type}>`)
      .join("; ");
    return {
      module,
      code: `import { createComponent } from "@lit/react";
import * as React from "react";
import "../${element.definedIn}";
import { ${element.className} as elementClass } from "${index(element)}";

export const ${component(element)} = createComponent({
  react: React,
  tagName: "${element.tag}",
  elementClass,
  events: { ${events} },
});
`,
      types: `import type { EventName, ReactWebComponent } from "@lit/react";
import type * as cadre from "../index.js";

/** ${element.description.replaceAll(/\s+/g, " ")} */
export declare const ${component(element)}: ReactWebComponent<cadre.${element.className}, { ${types} }>;
`,
    };
  });
