import { pascal } from "./elements-of.mjs";

const comment = (text) => `/** ${text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/").trim()} */\n`;

/** An attribute without a value switches a property on, as it does without Angular. */
const input = ({ className, switches }, name) =>
  `  @Input(${switches.includes(name) ? "{ transform: booleanAttribute }" : ""}) set ${name}(value: cadre.${className}["${name}"]) {
    this.#element.${name} = value;
  }
`;

/**
 * An Angular directive for one element, as a source for Angular's compiler, by the name of its module below `angular/`. It
 * tells templates the tag and its properties, so that no `CUSTOM_ELEMENTS_SCHEMA` has to let every name pass. Events need
 * none of it: Angular takes their types from the document's.
 */
export const angularDirectives = (elements) =>
  elements.map((element) => ({
    module: element.definedIn.split("/").at(-1).replace(/\.js$/, ""),
    source: `import { booleanAttribute, Directive, ElementRef, Input, inject } from "@angular/core";
import "../${element.definedIn}";
import type * as cadre from "../index.js";

${comment(element.description)}@Directive({ selector: "${element.tag}" })
export class ${pascal(element.tag)} {
  readonly #element = inject<ElementRef<cadre.${element.className}>>(ElementRef).nativeElement;

${element.properties.map((name) => input(element, name)).join("\n")}}
`,
  }));
