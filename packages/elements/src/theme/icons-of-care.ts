import { svg } from "lit";
import { icon } from "./icon.ts";

/** Icons of what is said at length about a person: by themselves, for a strip has none of them. */
export const iconNext = () =>
  icon(svg`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.2" fill="currentColor"/>`);
export const iconDoctor = () =>
  icon(svg`<path d="M6 4v5a4 4 0 0 0 8 0V4M10 13v2.5a4.5 4.5 0 0 0 9 0V14"/><circle cx="19" cy="12" r="2"/>`);
export const iconEscort = () =>
  icon(svg`<circle cx="9" cy="7" r="3"/><path d="M3.5 20c.4-3.9 2.5-6.5 5.5-6.5M15 12l5 4-5 4M20 16h-8"/>`);
export const iconInfo = () => icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8h.01"/>`);
