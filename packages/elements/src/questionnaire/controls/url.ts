import { line } from "./line.ts";

/** url: an address, typed. Never a link: a form must not lead out of the form. */
export const urlControl = line(() => ({ inputMode: "url", placeholder: "https://" }));
