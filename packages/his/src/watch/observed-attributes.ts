import type { ProfilePage } from "../profile/page-schema.ts";
import type { SiteProfile } from "../profile/site-profile.ts";

const ALWAYS = [
  "aria-colindex",
  "aria-hidden",
  "class",
  "colspan",
  "disabled",
  "hidden",
  "id",
  "open",
  "style",
  "type",
  "value",
];

/** Attributes whose change can change what the profile reads. All others cost nothing. */
export const observedAttributes = (profile: SiteProfile): string[] => {
  const names = new Set(ALWAYS);
  const visit = (value: unknown, key: string): void => {
    if (typeof value === "string") {
      if (key === "attribute") names.add(value);
      for (const [, name] of value.matchAll(/\[\s*([a-z][\w:.-]*)/giu))
        if (name) names.add(name.toLowerCase());
    } else if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (typeof value === "object" && value !== null)
      for (const [inner, item] of Object.entries(value)) visit(item, inner);
  };
  visit(profile.pages, "");
  return [...names];
};

/** Whether any field of these pages stands in a form control, whose value changes without a mutation. */
export const readsControls = (pages: readonly ProfilePage[]): boolean =>
  /"from":"(?:value|selected-option)"/u.test(JSON.stringify(pages));
