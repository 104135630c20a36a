/** The script for pages without a build: the provider, every element, and how to teach them a language. */
import "./define/all.ts";

export { registerLanguage } from "./language/register-language.ts";
