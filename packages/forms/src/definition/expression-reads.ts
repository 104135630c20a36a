import type { Expression } from "../questionnaire/data-types.ts";
import type { ItemDefinition, ItemHints } from "./item-definition.ts";

/** What an expression looks at in the response, as far as its text tells. */
export interface ExpressionReads {
  readonly items: ReadonlySet<ItemDefinition>;
  /** Its text does not tell: it may look at anything. */
  readonly anything: boolean;
}

/** Longer ones, and variables in longer chains, are not looked into. */
const LONGEST = 20_000;
const LONGEST_CHAIN = 100;

const STRING_OR_COMMENT = /'((?:[^'\\]|\\.)*)'|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\n\r]*/g;
/**
 * A step to items that is narrowed at once to named linkIds: the only step whose reach is known from the text. Not with
 * `~`, which takes other letters and spaces for the same.
 */
const NAMED_STEP =
  /\b(?:item|descendants\(\)|repeat\([\s|.a-z()]*\))\s*\.\s*where\(\s*linkId\s*=\s*"\d+"(?:\s*or\s*linkId\s*=\s*"\d+")*\s*\)(?=(\s*\.\s*(?:item|descendants|repeat)\b)?)/g;
/** Escapes that stand for another character than the one behind the backslash. */
const OTHER_ESCAPE = /\\[^'"`\\/]/;
const UNNAMED_STEP = /\b(?:item|descendants|children|repeat|resolve|ofType\s*\(\s*Questionnaire\w*)\b/;
/** The response or item as a whole, other than as the start of a path. */
const WHOLE = /%(?:resource|context|rootResource)\b(?!\s*\.\s*(?:#|answer\b|status\b|authored\b))/;
const OWN_ANSWER = /(?:^|[^.\w\s]|%context\s*\.)\s*answer\b/;

const variableIn = (
  name: string,
  scope: ItemDefinition | undefined,
  form: Readonly<ItemHints>,
): { readonly variable: Expression; readonly scope: ItemDefinition | undefined } | undefined => {
  for (let at = scope; at; at = at.parent) {
    const variable = at.hints.variables?.find((candidate) => candidate.name === name);
    if (variable) return { variable, scope: at };
  }
  const variable = form.variables?.find((candidate) => candidate.name === name);
  return variable && { variable, scope: undefined };
};

const withNested = (item: ItemDefinition, into: Set<ItemDefinition>): void => {
  into.add(item);
  for (const child of item.children) withNested(child, into);
};

const NOTHING: ExpressionReads = { items: new Set(), anything: false };

/** What each variable reads, by where it stands and its name: found out once. */
export type VariableReads = Map<string, ExpressionReads>;

/** Reads which items an expression of `scope` (the form itself if undefined) depends on, through its variables too. */
export const expressionReads = (
  expression: string,
  scope: ItemDefinition | undefined,
  byLinkId: ReadonlyMap<string, ItemDefinition>,
  form: Readonly<ItemHints>,
  known: VariableReads = new Map(),
  depth = 0,
): ExpressionReads => {
  const items = new Set<ItemDefinition>();
  if (expression.length > LONGEST || depth > LONGEST_CHAIN) return { items, anything: true };
  let anything = false;
  const literals: string[] = [];
  const bare = expression.replace(STRING_OR_COMMENT, (_, text: string | undefined) =>
    text === undefined ? " " : `"${literals.push(text) - 1}"`,
  );
  const rest = bare.replace(NAMED_STEP, (step: string, goesOn: string | undefined) => {
    for (const [, place] of step.matchAll(/"(\d+)"/g)) {
      const literal = literals[Number(place)] ?? "";
      anything ||= OTHER_ESCAPE.test(literal);
      const item = byLinkId.get(literal.replace(/\\(.)/g, "$1"));
      if (!item) continue;
      if (goesOn) items.add(item);
      // Whether a group is there at all depends on everything in it.
      else withNested(item, items);
    }
    return "#";
  });
  if (UNNAMED_STEP.test(rest) || WHOLE.test(rest)) anything = true;
  if (scope && OWN_ANSWER.test(rest)) withNested(scope, items);
  for (const [, name = ""] of rest.matchAll(/%([A-Za-z_]\w*)/g)) {
    const found = variableIn(name, scope, form);
    if (found?.variable.expression === undefined) continue;
    const key = `${found.scope?.index} ${name}`;
    let inner = known.get(key);
    if (!inner) {
      // One that reads itself has no value: what it reads changes nothing.
      known.set(key, NOTHING);
      inner = expressionReads(found.variable.expression, found.scope, byLinkId, form, known, depth + 1);
      known.set(key, inner);
    }
    for (const item of inner.items) items.add(item);
    anything ||= inner.anything;
  }
  return { items, anything };
};
