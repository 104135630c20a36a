/** Longer texts are not matched: with it and the rule below no pattern of a form can hold the page up. */
export const LONGEST_MATCHED = 2000;

const ATOMS = /\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|\(\?[:=!]|[\s\S]/gu;
const isMany = (quantifier: string | undefined): boolean =>
  quantifier !== undefined && (/^[*+]$/.test(quantifier) || /^\{\d+(,\d*)?\}$/.test(quantifier));
const isVariable = (atom: string): boolean => /^[*+?|]$/.test(atom) || /^\{\d+,\d*\}$/.test(atom);
const isSyntax = (atom: string): boolean => isVariable(atom) || /^[(){}]|^\(\?/.test(atom);

/** Whether each round of the repeated group starts with a mark that stands nowhere else in it, as in `(;[A-Z]+)*`. */
const isDelimited = (content: readonly string[]): boolean => {
  const [first = "", ...rest] = content;
  const mark = first.replace(/^\\/, "");
  if ([...mark].length !== 1 || /^[A-Za-z0-9.]$/.test(mark) || isSyntax(first)) return false;
  return !rest.some((atom) => atom === "|" || (!isSyntax(atom) && new RegExp(`^${atom}$`, "u").test(mark)));
};

/** A group that repeats and can split the same text in several ways takes exponential time when nothing matches. */
const isAmbiguous = (pattern: string): boolean => {
  const atoms = pattern.match(ATOMS) ?? [];
  const open: number[] = [];
  for (const [index, atom] of atoms.entries()) {
    if (/^\\[1-9k]/.test(atom)) return true;
    if (atom.startsWith("(")) open.push(index);
    if (atom !== ")") continue;
    const content = atoms.slice((open.pop() ?? 0) + 1, index);
    if (isMany(atoms[index + 1]) && content.some(isVariable) && !isDelimited(content)) return true;
  }
  return atoms.filter((atom) => /^[*+]$|,\}$/.test(atom)).length > 4;
};

const compiled = new Map<string, RegExp | undefined>();

const compile = (pattern: string): RegExp | undefined => {
  try {
    return isAmbiguous(pattern) ? undefined : new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return undefined;
  }
};

/** A pattern of a form over the whole text, or undefined where it is wrong or could take too long. */
export const regexOf = (pattern: string): RegExp | undefined => {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
};
