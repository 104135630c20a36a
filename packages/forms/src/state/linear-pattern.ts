/** Longer texts are not matched, and do not fit. */
const LONGEST_MATCHED = 2000;
/** Of a pattern, each repetition counted as often as it is asked for. */
const MOST_STATES = 500;
const DEEPEST = 20;

const TOKENS =
  /\\(?:u\{[^}]*\}|u[\da-f]{4}|x..|p\{[^}]*\}|c.|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:[:=!]|<[^=!>][^>]*>)|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[\s\S]/giu;
const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})/;
const WORD = /\w/;

type Row = readonly (boolean | undefined)[];
/** Whether what is left from `at` on fits from here: other states `here` and one character further on (`after`) are known. */
type State = (characters: readonly string[], at: number, here: Row, after: Row) => boolean | undefined;
/** Makes the states that lead to the state `next`; the first of them. */
type Part = (next: number) => number;

/**
 * A pattern of JavaScript as an automaton that is walked once, from the end of the text to its start: time is text by
 * pattern, whatever both are. JavaScript's own tries every way of splitting the text and can take years.
 */
class Automaton {
  readonly #states: State[] = [];
  readonly #lookaheads: Automaton[] = [];
  readonly #tokens: string[];
  readonly #spent: { count: number };
  readonly #start: number;
  /** By place in the text that was walked last: whether it fits from there on. */
  found: Row = [];

  constructor(tokens: string[], spent: { count: number }, depth: number, isWhole: boolean) {
    this.#tokens = tokens;
    this.#spent = spent;
    const part = this.#alternatives(depth);
    this.#start = part(this.#add((characters, at) => !isWhole || at === characters.length));
  }

  walk(characters: readonly string[]): boolean {
    for (const lookahead of this.#lookaheads) lookahead.walk(characters);
    const found: (boolean | undefined)[] = [];
    let after: Row = [];
    for (let at = characters.length; at >= 0; at--) {
      const here: (boolean | undefined)[] = [];
      for (let isNew = true; isNew; ) {
        isNew = false;
        for (const [place, state] of this.#states.entries()) {
          if (here[place] || !state(characters, at, here, after)) continue;
          here[place] = true;
          isNew = true;
        }
      }
      found[at] = here[this.#start];
      after = here;
    }
    this.found = found;
    return found[0] === true;
  }

  #spend(): void {
    if (++this.#spent.count > MOST_STATES) throw new RangeError();
  }

  #add(state: State): number {
    this.#spend();
    return this.#states.push(state) - 1;
  }

  #either(one: number, other: number): number {
    return this.#add((_, __, here) => here[one] || here[other]);
  }

  #alternatives(depth: number): Part {
    if (depth > DEEPEST) throw new RangeError();
    const sequences: Part[][] = [[]];
    for (let token = this.#tokens.pop(); token && token !== ")"; token = this.#tokens.pop()) {
      if (token === "|") sequences.push([]);
      else sequences.at(-1)?.push(this.#quantified(this.#atom(token, depth)));
    }
    return (next) =>
      sequences
        .map((parts) => parts.reduceRight((at, part) => part(at), next))
        .reduce((one, other) => this.#either(one, other));
  }

  #atom(token: string, depth: number): Part {
    if (/^\(\?[=!]/.test(token)) {
      const lookahead = new Automaton(this.#tokens, this.#spent, depth + 1, false);
      this.#lookaheads.push(lookahead);
      return this.#assertion((_, at) => (lookahead.found[at] === true) === (token === "(?="));
    }
    if (token.startsWith("(")) return this.#alternatives(depth + 1);
    // Back references, lookbehind and whatever JavaScript may have next.
    if (/^(?:[*+?{]|\\[1-9k])/.test(token)) throw new RangeError();
    if (token === "^") return this.#assertion((_, at) => at === 0);
    if (token === "$") return this.#assertion((characters, at) => at === characters.length);
    if (/^\\b$/i.test(token)) {
      const isWord = (character = ""): boolean => WORD.test(character);
      return this.#assertion(
        (characters, at) => (isWord(characters[at - 1]) !== isWord(characters[at])) === (token === "\\b"),
      );
    }
    const one = new RegExp(`^${token}$`, "u");
    return (next) =>
      this.#add(
        (characters, at, _, after) => after[next] && at < characters.length && one.test(characters[at] ?? ""),
      );
  }

  #assertion(holds: (characters: readonly string[], at: number) => boolean): Part {
    return (next) => this.#add((characters, at, here) => here[next] && holds(characters, at));
  }

  #quantified(part: Part): Part {
    const [quantifier, mark, least, comma, most] = QUANTIFIER.exec(this.#tokens.at(-1) ?? "") ?? [];
    if (quantifier === undefined) return part;
    this.#tokens.pop();
    const min = mark ? Number(mark === "+") : Number(least);
    const max = mark === "?" ? 1 : mark || (comma && !most) ? undefined : Number(most || least);
    return (next) => {
      let at = next;
      if (max === undefined) {
        let body = next;
        at = this.#add((_, __, here) => here[next] || here[body]);
        body = part(at);
      }
      for (let times = min; times < (max ?? min); times++) at = this.#either(part(at), next);
      for (let times = 0; times < min; times++) {
        this.#spend();
        at = part(at);
      }
      return at;
    };
  }
}

const compiled = new Map<string, ((text: string) => boolean) | undefined>();

const compile = (pattern: string): ((text: string) => boolean) | undefined => {
  try {
    new RegExp(pattern, "u");
    const automaton = new Automaton((pattern.match(TOKENS) ?? []).reverse(), { count: 0 }, 0, true);
    return (text) => text.length <= LONGEST_MATCHED && automaton.walk([...text]);
  } catch {
    return undefined;
  }
};

/** A pattern of a form over the whole text, or undefined where it is wrong or more than is done here. */
export const patternOf = (pattern: string): ((text: string) => boolean) | undefined => {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
};
