import { afterEachPaint } from "./after-paint.ts";
import type { MarksState } from "./recorded.ts";

/** Runs in the marks frame from its first script on. */
const states: MarksState[] = [];
let last = "";

const drawn = (): MarksState["marks"] => {
  const root = document.querySelector("cadre-priority-marks")?.shadowRoot;
  return [...(root?.querySelectorAll<HTMLElement>(".mark.managed, .mark.possible") ?? [])].map((mark) => ({
    left: Number.parseFloat(mark.style.left),
    top: Number.parseFloat(mark.style.top),
    kind: mark.classList.contains("managed") ? "managed" : "possible",
  }));
};

if (location.protocol === "chrome-extension:") {
  afterEachPaint((at) => {
    const marks = drawn();
    const text = JSON.stringify(marks);
    if (text === last) return;
    last = text;
    states.push({ at, marks });
  });
  Reflect.set(globalThis, "benchMarks", () => states);
}
