import "../src/define/all.ts";
import { elementOf, type Look, stands } from "../src/testing/looks/look.ts";
import { looksOfTag, tags } from "../src/testing/looks/looks.ts";

/**
 * Every element in every state, one element at a time: `?element=cadre-session&state=locked&language=en`,
 * `theme=light|dark`, `density=compact`, `width=360`. What has to be pressed is pressed by script, which submits nothing:
 * `npm run pictures` presses for real.
 */
const wish = new URLSearchParams(location.search);
const tag = tags.find((name) => name === wish.get("element")) ?? "cadre-priority-banner";
const language = wish.get("language") === "en" ? "en" : "vi";
document.documentElement.dataset.theme = wish.get("theme") ?? "";
document.documentElement.dataset.density = wish.get("density") ?? "";
if (wish.has("panel")) document.documentElement.dataset.panel = "";
if (wish.has("letters")) document.documentElement.style.fontSize = wish.get("letters") ?? "";

/** As wide as a side panel. In CSS pixels. */
const PANEL = 360;

const main = document.createElement("main");

const show = async (name: string, look: Look): Promise<void> => {
  const { element, service } = elementOf(tag, look);
  Object.assign(element, { language });
  const figure = document.createElement("figure");
  figure.id = name.replaceAll(/\W+/g, "-");
  const caption = document.createElement("figcaption");
  caption.textContent = name;
  const place = document.createElement("div");
  place.className = "place";
  place.style.inlineSize = `${wish.get("width") ?? look.width ?? PANEL}px`;
  if (look.height !== undefined) place.style.blockSize = `${look.height}px`;
  place.append(element);
  figure.append(caption, place);
  main.append(figure);
  await stands(element);
  look.afterwards?.(element, service);
  for (const part of wish.has("unpressed") ? [] : (look.press ?? [])) {
    await stands(element);
    element.shadowRoot?.querySelector<HTMLElement>(part)?.click();
  }
};

const nav = document.createElement("nav");
const link = (key: string, value: string): void => {
  const anchor = document.createElement("a");
  const target = new URLSearchParams(wish);
  target.set(key, value);
  anchor.href = `?${target.toString()}`;
  anchor.textContent = value;
  nav.append(anchor);
};
for (const name of tags) link("element", name);
for (const value of ["vi", "en"]) link("language", value);
for (const value of ["light", "dark"]) link("theme", value);
for (const value of ["comfortable", "compact"]) link("density", value);
if (!wish.has("bare")) document.body.append(nav);
document.body.append(main);

const wanted = wish.get("state");
await Promise.all(
  looksOfTag(tag)
    .filter(([name]) => wanted === null || name === wanted)
    .map(([name, look]) => show(name, look)),
);
document.documentElement.dataset.shown = "";
