import type { RandomStream } from "@cadre-care/domain/synthetic";
import type { ProfilePage } from "../profile/page-schema.ts";
import { scrambledText } from "./scrambled-text.ts";
import { type AttributeValues, selectorValues } from "./selector-values.ts";

/** Attributes that hold an id of another element. */
const REFERENCES = new Set(["for", "aria-labelledby", "aria-describedby"]);
/** Attributes that would run, fetch or style something; no selector is a reason to keep them. */
const NEVER = /^(?:on.*|style|src.*|action|formaction|data|poster|background|ping|value)$/u;

/** Names of elements with letters and digits replaced, the same ones alike, except for what a selector of the pages names. */
export class ScrambledNames {
  readonly #values: ReadonlyMap<string, AttributeValues>;
  readonly #random: RandomStream;
  readonly #known = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(pages: readonly ProfilePage[], random: RandomStream) {
    this.#values = selectorValues(pages);
    this.#random = random;
    for (const { whole } of this.#values.values()) for (const name of whole) this.#taken.add(name);
  }

  /** Whether a selector of the pages asks for this attribute. */
  isNamed(attribute: string): boolean {
    return this.#values.has(attribute) && !NEVER.test(attribute);
  }

  scrambled(attribute: string, value: string): string {
    const kept = this.#of(attribute);
    if (kept.some(({ whole }) => whole.has(value))) return value;
    const from = Math.max(
      0,
      ...kept.flatMap(({ starts }) => longest(starts, (one) => value.startsWith(one))),
    );
    const to =
      value.length - Math.max(0, ...kept.flatMap(({ ends }) => longest(ends, (one) => value.endsWith(one))));
    if (from >= to) return value;
    const inner = kept.flatMap(({ within }) => [...within]);
    const between = value
      .slice(from, to)
      .split(/(\s+)/u)
      .map((token) => (kept.some(({ whole }) => whole.has(token)) ? token : this.#aroundInner(token, inner)));
    return `${value.slice(0, from)}${between.join("")}${value.slice(to)}`;
  }

  #of(attribute: string): readonly AttributeValues[] {
    const names = REFERENCES.has(attribute) ? [attribute, "id"] : [attribute];
    return names.flatMap((name) => this.#values.get(name) ?? []);
  }

  #aroundInner(token: string, inner: readonly string[]): string {
    const kept = inner.find((one) => token.includes(one));
    if (kept === undefined) return this.#name(token);
    const at = token.indexOf(kept);
    return `${this.#name(token.slice(0, at))}${kept}${this.#name(token.slice(at + kept.length))}`;
  }

  #name(name: string): string {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    let made = scrambledText(name, this.#random);
    // Two elements with an id each must not become two with the same.
    for (let tries = 0; this.#taken.has(made) && tries < 20; tries += 1)
      made = scrambledText(name, this.#random);
    this.#known.set(name, made);
    this.#taken.add(made);
    return made;
  }
}

const longest = (texts: ReadonlySet<string>, fits: (text: string) => boolean): readonly number[] =>
  [...texts].filter(fits).map((text) => text.length);
