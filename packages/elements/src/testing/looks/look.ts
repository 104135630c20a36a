import type { CareTopics } from "@cadre-care/domain";
import { NOW, type Samples } from "../sample-views.ts";
import { ScriptedService } from "../scripted-service.ts";

/** Every element of this package; the portal's provider draws nothing but why it could not connect. */
export type Tag = Exclude<Extract<keyof HTMLElementTagNameMap, `cadre-${string}`>, "cadre-care-provider">;

/** One state of an element, and how it comes about. */
export interface Look<Element extends HTMLElement = HTMLElement> {
  readonly properties?: Partial<Element>;
  /** What its service says from the start. */
  readonly topics?: Partial<CareTopics>;
  /** What its service answers. */
  readonly arrange?: (service: ScriptedService) => void;
  /** What happens once it is drawn. */
  afterwards?(element: Element, service: ScriptedService): void;
  /** Parts that the user presses after that, in this order: real clicks, as nothing else submits a form. */
  readonly press?: readonly string[];
  /** Height of the box that it stands in and fills, in CSS pixels; otherwise its own. */
  readonly height?: number;
  /** Width of that box, where the element has another place than a panel of 360 CSS pixels. */
  readonly width?: number;
  /** It has no words: there is nothing to say, or the same stands elsewhere in words. */
  readonly silent?: boolean;
  /** A screen reader meets nothing of it. */
  readonly unread?: boolean;
  /** The part in which it differs from another look that is as long. */
  readonly part?: string;
}

/** The states that an element must have a look of, and whatever others. */
export type Looks<Element extends HTMLElement, State extends string> = Readonly<
  Record<State, Look<Element>>
> &
  Readonly<Record<string, Look<Element>>>;

/** A look for each sample, under its name with `prefix` before it. */
export const looksOf = <Element extends HTMLElement, State extends string, View, Prefix extends string>(
  prefix: Prefix,
  samples: Samples<State, View>,
  look: (view: View, name: string) => Look<Element>,
): Looks<Element, `${Prefix}${State}`> =>
  // `fromEntries` forgets the names of what it was given.
  Object.fromEntries(
    Object.entries(samples).map(([name, view]) => [`${prefix}${name}`, look(view, name)]),
  ) as Looks<Element, `${Prefix}${State}`>;

/** The element of a look, not yet in the page. */
export const elementOf = (
  tag: Tag,
  { properties = {}, topics = {}, arrange }: Look,
): { readonly element: HTMLElement; readonly service: ScriptedService } => {
  const service = new ScriptedService();
  Object.assign(service.topics, topics);
  arrange?.(service);
  const element = document.createElement(tag);
  Object.assign(element, { now: () => NOW, service }, properties);
  return { element, service };
};

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Turns without a change after which an element stands still. */
const STILL = 4;

/** Waits until an element draws nothing more: large forms come in slices. */
export const stands = async (element: HTMLElement): Promise<void> => {
  let before = "";
  for (let still = 0; still < STILL; ) {
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    const now = element.shadowRoot?.innerHTML ?? "";
    still = now === before ? still + 1 : 0;
    before = now;
  }
};
