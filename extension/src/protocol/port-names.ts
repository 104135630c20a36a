import { z } from "zod";
import { hostToken } from "./page-messages.ts";
import type { ViewContext } from "./view-contexts.ts";

/** `page`, `marks:<token>`, `banner:<token>`, `docked:<token>`, `panel:<tab>`, `popup:<tab>` or `popup:`, `options:`. */
export type PortName = { readonly context: "page" } | FramePortName | OwnPagePortName;

/** A frame inside a page, named by the token of its host. */
export interface FramePortName {
  readonly context: "marks" | "banner" | "docked";
  readonly token: string;
}

/** A document of its own: side panel, popup, options. */
export interface OwnPagePortName {
  readonly context: Exclude<ViewContext, FramePortName["context"]>;
  readonly tab: number | undefined;
}

/** Chromium numbers its tabs with up to 31 bits, and starts anywhere. */
export const tabNumber = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .refine((tab) => tab < 2 ** 31);

/** Undefined for a name that no context of ours uses. */
export const readPortName = (name: string): PortName | undefined => {
  if (name === "page") return { context: "page" };
  const [context, detail = ""] = name.split(":", 2);
  switch (context) {
    case "marks":
    case "banner":
    case "docked":
      return hostToken.safeParse(detail).success ? { context, token: detail } : undefined;
    case "panel":
    case "popup":
    case "options": {
      const tab = tabNumber.safeParse(detail);
      if (detail !== "" && !tab.success) return undefined;
      return { context, tab: tab.success ? tab.data : undefined };
    }
    default:
      return undefined;
  }
};
