import { createSentinel } from "@cadre-care/his/page";
import { HOST_KINDS, HOST_STYLES, type HostRole } from "../protocol/host-styles.ts";
import { runtime } from "../runtime.ts";
import { randomLetters } from "./random-letters.ts";

/** A plain `div` in the page with a closed root that holds one extension-origin frame (DESIGN 6). */
export interface FrameHost {
  readonly token: string;
  readonly element: HTMLElement;
  /** By which the page's watcher is told of a layout (`createSentinel`). */
  readonly sentinel: readonly Element[];
  /** Called where the host was put: no sheet of the document reaches into a shadow root, so there it styles itself. */
  settle(): void;
  /** Sets a length that the USER-origin style sheet of the host, or the frame, is laid out by. */
  place(box: HostBox): void;
}

export interface HostBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How far the frame is shifted inside its clip, so that exactly one lane shows. */
  readonly shiftX: number;
  readonly shiftY: number;
  readonly frameWidth: string;
  readonly frameHeight: string;
}

const FRAME_STYLE: readonly (readonly [string, string])[] = [
  ["position", "absolute"],
  ["border", "0"],
  ["margin", "0"],
  ["padding", "0"],
  ["left", "0"],
  ["top", "0"],
  ["background", "transparent"],
  // A frame is see-through only while its colour scheme equals its embedder's.
  ["color-scheme", "light"],
];

const setStyle = (element: HTMLElement, name: string, value: string) => {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value, "important");
};

/**
 * Makes a host. `attribute` is the document's random attribute; the background styles `[attribute=role]` with a
 * USER-origin sheet that no page style overrides. Size and place are the same whoever is on the page.
 */
export const createHost = (role: HostRole, attribute: string): FrameHost => {
  const token = randomLetters(20);
  const element = document.createElement("div");
  element.setAttribute(attribute, HOST_KINDS[role]);
  const root = element.attachShadow({ mode: "closed" });
  const clip = document.createElement("div");
  const frame = document.createElement("iframe");
  for (const [name, value] of FRAME_STYLE) setStyle(frame, name, value);
  for (const [name, value] of [
    ["position", "absolute"],
    ["overflow", "hidden"],
    ["contain", "strict"],
  ] as const)
    setStyle(clip, name, value);
  if (role === "marks") {
    setStyle(frame, "pointer-events", "none");
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
  } else {
    frame.title = "Cadre Care";
  }
  frame.src = `${runtime.getURL(`frames/${role}.html`)}#${token}`;
  const { top, boxes: sentinel } = createSentinel(document);
  // Inside the clip, so that it widens nothing that scrolls.
  clip.append(frame, top);
  root.append(clip);
  return {
    token,
    element,
    sentinel,
    settle() {
      if (!(element.getRootNode() instanceof ShadowRoot)) element.removeAttribute("style");
      else for (const [name, value] of HOST_STYLES[role]) setStyle(element, name, value);
    },
    place(box) {
      setStyle(clip, "left", `${box.left}px`);
      setStyle(clip, "top", `${box.top}px`);
      setStyle(clip, "width", role === "marks" ? `${box.width}px` : "100%");
      setStyle(clip, "height", role === "docked" ? "100%" : `${box.height}px`);
      setStyle(frame, "width", box.frameWidth);
      setStyle(frame, "height", box.frameHeight);
      setStyle(frame, "transform", `translate(${-box.shiftX}px, ${-box.shiftY}px)`);
    },
  };
};
