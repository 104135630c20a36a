import type { TemplateResult } from "lit";
import type { ItemView } from "../item-view.ts";

/**
 * Draws the control of one item. Most draw one answer, `index` counted from 0; those of `WHOLE` draw all at once.
 * A control only draws and hands on what the user does: the engine decides what it means.
 */
export type Control = (view: ItemView, index: number) => TemplateResult;

/** What the user typed, from an event of a field. */
export const typedIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : "";
