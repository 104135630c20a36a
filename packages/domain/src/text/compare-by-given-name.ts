const collator = new Intl.Collator("vi", { sensitivity: "variant", numeric: true });

const words = (name: string): string[] =>
  name.normalize("NFC").trim().toLocaleLowerCase("vi").split(/\s+/u).filter(Boolean);

/**
 * Order of Vietnamese name lists: given name (the last word), then the middle words, then the family name,
 * each in Vietnamese collation (DOMAIN 8).
 */
export const compareByGivenName = (one: string, other: string): number => {
  const [first, second] = [words(one), words(other)];
  const key = (list: readonly string[]) => [list.at(-1) ?? "", list.slice(1, -1).join(" "), list[0] ?? ""];
  const [left, right] = [key(first), key(second)];
  for (const [index, part] of left.entries()) {
    const order = collator.compare(part, right[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
};
