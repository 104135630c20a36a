import { randomLetters } from "../../content/random-letters.ts";
import { runtime } from "../../runtime.ts";
import { OVERLAY_PORT } from "../page-messages.ts";

/** The one constant host of the wizard in a document: the size of the viewport, and pointer-transparent. */
export interface OverlayHost {
  /** The random attribute that the wizard's USER-origin sheet styles it by. */
  readonly attribute: string;
  /** Names the frame's port, which the page cannot know. */
  readonly token: string;
  show(): void;
  remove(): void;
}

/** Made but not yet in the page. A popover, so that it also lies over a dialog that is open. */
export const overlayHost = (): OverlayHost => {
  const attribute = randomLetters(12);
  const token = randomLetters(20);
  const element = document.createElement("div");
  element.setAttribute(attribute, "");
  element.setAttribute("aria-hidden", "true");
  element.popover = "manual";
  const frame = document.createElement("iframe");
  for (const [name, value] of [
    ["position", "absolute"],
    ["inset", "0"],
    ["width", "100%"],
    ["height", "100%"],
    ["border", "0"],
    ["pointer-events", "none"],
    ["background", "transparent"],
    ["color-scheme", "light"],
  ] as const)
    frame.style.setProperty(name, value, "important");
  frame.tabIndex = -1;
  frame.src = `${runtime.getURL("setup/overlay/overlay.html")}#${OVERLAY_PORT}${token}`;
  element.attachShadow({ mode: "closed" }).append(frame);
  let last: Element | undefined;
  return {
    attribute,
    token,
    show() {
      if (!element.isConnected) document.documentElement.append(element);
      const [dialog] = [...document.querySelectorAll("dialog:modal")].slice(-1);
      // Whatever was put on top last covers what was there before.
      if (element.matches(":popover-open") && dialog === last) return;
      last = dialog;
      if (element.matches(":popover-open")) element.hidePopover();
      element.showPopover();
    },
    remove() {
      element.remove();
    },
  };
};
