import { BANNER_HEIGHT } from "./banner-lanes.ts";

export type HostRole = "marks" | "banner" | "docked";

type Declarations = readonly (readonly [property: string, value: string])[];

const COMMON: Declarations = [
  ["all", "initial"],
  ["display", "block"],
  ["color-scheme", "light"],
];

/**
 * How our hosts in a page look, each property with `!important`. `marks`: a point at the start of the scroller's content
 * that keeps left while scrolling sideways. `banner`: constant height. `docked`: off the screen until it is opened.
 */
export const HOST_STYLES: Readonly<Record<HostRole, Declarations>> = {
  marks: [
    ...COMMON,
    ["position", "sticky"],
    ["left", "0"],
    ["z-index", "2"],
    ["width", "0"],
    ["height", "0"],
    ["pointer-events", "none"],
  ],
  banner: [
    ...COMMON,
    ["position", "relative"],
    ["width", "auto"],
    ["height", `${BANNER_HEIGHT}px`],
    ["margin", "0 0 8px"],
    ["flex", "none"],
    ["grid-column", "1 / -1"],
  ],
  docked: [...COMMON, ["display", "none"]],
};

/** What the random attribute says of a host; the sheet of the document styles by it. */
export const HOST_KINDS: Readonly<Record<HostRole, string>> = { marks: "a", banner: "b", docked: "c" };
