import "../../view/without-eval.ts";
import { runtime } from "../../runtime.ts";
import { type OverlayDrawing, overlayDrawing } from "../overlay-messages.ts";

/** Labels stand above their box; where there is no room, inside it. */
const ROOM = 22;

const drawing = document.createElement("div");
const hint = document.createElement("div");
hint.className = "hint";
document.body.append(drawing, hint);

const boxElement = ({ left, top, width, height, label, tone }: OverlayDrawing["boxes"][number]) => {
  const box = document.createElement("div");
  box.className = `box ${tone}${top < ROOM ? " low" : ""}`;
  for (const [name, value] of Object.entries({ left, top, width, height }))
    box.style.setProperty(name, `${value}px`);
  const text = document.createElement("span");
  text.className = "label";
  text.textContent = label;
  box.append(text);
  return box;
};

const port = runtime.connect({ name: location.hash.slice(1) });
port.onMessage.addListener((message: unknown) => {
  const parsed = overlayDrawing.safeParse(message);
  if (!parsed.success) return;
  drawing.replaceChildren(...parsed.data.boxes.map(boxElement));
  hint.textContent = parsed.data.hint;
});
