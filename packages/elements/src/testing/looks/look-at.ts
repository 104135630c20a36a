import axe from "axe-core";
import { cdp, userEvent } from "vitest/browser";
import { layOut } from "../in-sight.ts";
import { elementOf, type Look, stands, type Tag } from "./look.ts";

/** What the browser pretends, and what the page says of itself. */
export type Light = "light" | "dark" | "forced";

/** A page in this light, or in these colours of the user's own. */
export const inLight = async (light: Light): Promise<void> => {
  await cdp().send("Emulation.setEmulatedMedia", {
    features: [
      { name: "forced-colors", value: light === "forced" ? "active" : "none" },
      { name: "prefers-color-scheme", value: light === "light" ? "light" : "dark" },
    ],
  });
  // The hard case of forced colours: white on black, in a page that knows no dark.
  document.documentElement.style.colorScheme = light === "dark" ? "dark" : "light";
  document.documentElement.style.background = "Canvas";
};

/** Puts an element in this state into the page, what the user has to press pressed. */
export const draw = async (tag: Tag, look: Look): Promise<HTMLElement> => {
  const { element, service } = elementOf(tag, look);
  const place = document.createElement("main");
  place.style.position = "relative";
  const before = document.createElement("button");
  before.className = "before";
  before.textContent = "Trang của bệnh viện";
  document.body.append(before);
  if (look.height !== undefined) place.style.blockSize = `${look.height}px`;
  place.append(element);
  document.body.append(place);
  await stands(element);
  look.afterwards?.(element, service);
  for (const part of look.press ?? []) {
    await stands(element);
    const target = element.shadowRoot?.querySelector(part);
    if (!target) throw new Error(`no ${part} in ${tag}`);
    await userEvent.click(target);
  }
  await stands(element);
  layOut(element);
  return element;
};

/** What axe finds wrong in an element or a part of it, by these rules or all, and how much it looked at. */
export const axeSays = async (
  element: HTMLElement,
  part: string | undefined,
  rules: readonly string[] = [],
): Promise<{ readonly wrong: readonly string[]; readonly passes: number }> => {
  const { violations, passes } = await axe.run(
    part === undefined ? element : { include: { fromShadowDom: [element.localName, part] } },
    {
      runOnly:
        rules.length > 0
          ? { type: "rule", values: [...rules] }
          : {
              type: "tag",
              values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            },
      ...(rules.length > 0 ? {} : { rules: { region: { enabled: false } } }),
    },
  );
  return {
    wrong: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
    passes: passes.length,
  };
};

const within = (element: Element): readonly HTMLElement[] =>
  [...(element.shadowRoot?.querySelectorAll("*") ?? [])].filter(
    (one): one is HTMLElement => one instanceof HTMLElement,
  );

/** Whether something between the two scrolls or cuts off on purpose. */
const isCutOff = (one: Element, element: Element): boolean => {
  for (let at = one.parentElement; at !== null && at !== element; at = at.parentElement)
    if (getComputedStyle(at).overflowX !== "visible") return true;
  return false;
};

const named = (one: Element): string =>
  `${one.localName}.${one.className}: ${(one.textContent ?? "").replaceAll(/\s+/g, " ").trim().slice(0, 60)}`;

/** What runs out of the element's sides. */
export const runningOut = (element: HTMLElement): readonly string[] => {
  const { left, right } = element.getBoundingClientRect();
  return within(element)
    .filter((one) => one.checkVisibility() && getComputedStyle(one).clipPath === "none")
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
    })
    .filter((one) => !isCutOff(one, element))
    .map(named);
};

const CONTROLS = "button, select, textarea, input:not([type=radio], [type=checkbox], [type=file])";

/** Controls that nothing but a colour of ours would show: in forced colours those are gone. */
export const withoutEdge = (element: HTMLElement): readonly string[] =>
  within(element)
    .filter((one) => one.matches(CONTROLS) && one.checkVisibility())
    .filter((one) => !hasEdge(one) && !(one.parentElement !== null && hasEdge(one.parentElement)))
    .map(named);

const hasEdge = (one: Element): boolean => {
  const { borderBlockEndStyle, borderBlockEndWidth, borderBlockEndColor, backgroundColor } =
    getComputedStyle(one);
  return (
    borderBlockEndStyle !== "none" &&
    Number.parseFloat(borderBlockEndWidth) >= 1 &&
    borderBlockEndColor !== backgroundColor
  );
};

const SYSTEM = ["CanvasText", "Canvas", "ButtonText", "GrayText", "HighlightText", "Highlight", "LinkText"];
const NONE: ReadonlySet<string> = new Set(["none", "rgba(0, 0, 0, 0)"]);

/** Drawings in colours of our own, which the browser leaves as they are in forced colours. */
export const ownColours = (element: HTMLElement): readonly string[] => {
  const probe = document.createElement("span");
  document.body.append(probe);
  const palette = new Set(
    SYSTEM.map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    }),
  );
  probe.remove();
  return [...(element.shadowRoot?.querySelectorAll("svg, svg *") ?? [])]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { stroke, fill, backgroundColor } = getComputedStyle(one);
      return [stroke, fill, backgroundColor].some((colour) => !NONE.has(colour) && !palette.has(colour));
    })
    .map((one) => `${one.localName} in ${one.closest("[class]:not(svg)")?.className ?? ""}`);
};

/** Nothing, and the colour of the page, are the same ground. */
const looksOf = (one: Element): string => {
  const { backgroundColor, borderColor, borderWidth, outlineStyle, color } = getComputedStyle(one);
  const page = getComputedStyle(document.documentElement).backgroundColor;
  const ground = NONE.has(backgroundColor) || backgroundColor === page ? "ground" : backgroundColor;
  return [ground, borderColor, borderWidth, outlineStyle, color].join();
};

/** Toggles that look alike whether they are pressed or not. */
export const alike = (element: HTMLElement): readonly string[] =>
  within(element)
    .filter((one) => one.matches("[aria-pressed=true]"))
    .filter((one) =>
      [...(one.parentElement?.querySelectorAll("[aria-pressed=false]") ?? [])].some(
        (other) => looksOf(other) === looksOf(one),
      ),
    )
    .map(named);

/** One per group: arrow keys go on from there. */
const groupOf = (one: Element): string | Element =>
  one instanceof HTMLInputElement && one.type === "radio" && one.name !== "" ? `radio ${one.name}` : one;

/** What can be used and is out of the Tab key's way, and what has the focus without showing it. */
export const byKeyboard = async (
  element: HTMLElement,
): Promise<{ readonly missed: readonly string[]; readonly unmarked: readonly string[] }> => {
  const wanted = within(element).filter(
    (one) =>
      one.matches("button, input, select, textarea, a[href], summary, [tabindex='0']") &&
      !one.matches(":disabled, [tabindex='-1']") &&
      one.checkVisibility({ visibilityProperty: true }) &&
      one.closest("[inert]") === null,
  );
  const met = new Set<string | Element>();
  const unmarked: string[] = [];
  const see = (): void => {
    const focused = element.shadowRoot?.activeElement;
    if (!focused || met.has(groupOf(focused))) return;
    met.add(groupOf(focused));
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const around = focused.closest("label");
    const own = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    if (!own && (around === null || getComputedStyle(around).outlineStyle === "none"))
      unmarked.push(named(focused));
  };
  element.shadowRoot?.addEventListener("focusin", see);
  document.querySelector<HTMLElement>("button.before")?.focus();
  if (wanted.length > 0) await userEvent.keyboard("{Tab}".repeat(wanted.length));
  element.shadowRoot?.removeEventListener("focusin", see);
  return { missed: wanted.filter((one) => !met.has(groupOf(one))).map(named), unmarked };
};
