import type { Token } from "markdown-it";

/** A part of a guide: `only` one section, or all `without` some, by the anchors of their headings. */
export interface Part {
  readonly only?: string;
  readonly without?: readonly string[];
}

/** For each token, the anchors of the headings that it stands under, its own among them. */
const standsUnder = (tokens: readonly Token[]): readonly (readonly string[])[] => {
  let open: { readonly level: number; readonly anchor: string }[] = [];
  return tokens.map((token) => {
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      open = [
        ...open.filter((heading) => heading.level < level),
        { level, anchor: String(token.attrGet("id") ?? "") },
      ];
    }
    return open.map(({ anchor }) => anchor);
  });
};

/** The tokens of a part of a guide. */
export const tokensOf = (tokens: readonly Token[], { only, without = [] }: Part): Token[] => {
  const places = standsUnder(tokens);
  return tokens.filter((_token, index) => {
    const anchors = places[index] ?? [];
    return (
      (only === undefined || anchors.includes(only)) && !anchors.some((anchor) => without.includes(anchor))
    );
  });
};
