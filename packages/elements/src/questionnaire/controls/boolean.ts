import type { Control } from "./control.ts";
import { radioControl } from "./radio.ts";

/** boolean: Có and Không side by side, because silence is not a no. */
export const booleanControl: Control = (view, index) => radioControl(view, index);
