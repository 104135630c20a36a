import type { TemplateResult } from "lit";
import type { ItemView } from "../item-view.ts";

/**
 * Draws the control of one item: one answer, `index` counted from 0, or all at once.
 * A control only draws and hands on what the user does: the engine decides what it means.
 */
export type Control = (view: ItemView, index: number) => TemplateResult;

/** What the user typed, from an event of a field. */
export const typedIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : "";
