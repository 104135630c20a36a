import "../../view/without-eval.ts";
import { runtime } from "../../runtime.ts";
import { type OverlayDrawing, overlayDrawing } from "../overlay-messages.ts";

/** Labels stand above a column, inside it where there is no room above, and beside what is only a line high. */
const ROOM = 22;
const LINE = 48;
const LABEL = 210;

const placeOf = ({ left, top, width, height }: OverlayDrawing["boxes"][number]): string => {
  if (height < LINE) return left + width + LABEL < innerWidth ? " beside" : " within";
  return top < ROOM ? " low" : "";
};

const drawing = document.createElement("div");
const hint = document.createElement("div");
hint.className = "hint";
document.body.append(drawing, hint);

const boxElement = (drawn: OverlayDrawing["boxes"][number]) => {
  const { left, top, width, height, label, tone } = drawn;
  const box = document.createElement("div");
  box.className = `box ${tone}${placeOf(drawn)}`;
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
