/** Something that the two responses to the same answers do not have in common. */
export interface Difference {
  /** Name of the scripted form. */
  readonly form: string;
  /** Where: linkIds from the top, `[1]` for a second repeat or answer; an element of the response; or `(form)`. */
  readonly at: string;
  /** Undefined where there is nothing. */
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Instead of a response: the form was refused as a whole. */
export const REFUSED = "refused";

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The same JSON, whatever order its keys came in. */
export const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
};

/** When the run was, and which program made it: no answers. */
const OF_THE_RUN = new Set(["meta", "authored", "creation"]);

const withoutRun = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutRun);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !OF_THE_RUN.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutRun(inner)]));
};

const place = (path: string, linkId: unknown, repeat: number): string =>
  `${path}${path === "" ? "" : "/"}${String(linkId)}${repeat > 0 ? `[${repeat}]` : ""}`;

const collectItems = (items: unknown, path: string, found: Map<string, unknown>): void => {
  const repeats = new Map<unknown, number>();
  for (const item of listOf(items)) {
    if (!isObject(item)) continue;
    const { linkId, item: children, answer, ...rest } = item;
    const repeat = repeats.get(linkId) ?? 0;
    repeats.set(linkId, repeat + 1);
    const here = place(path, linkId, repeat);
    const answers = listOf(answer).map((one) => {
      if (!isObject(one)) return one;
      const { item: _, ...value } = one;
      return value;
    });
    found.set(here, answers.length > 0 ? { ...rest, answer: answers } : rest);
    collectItems(children, here, found);
    listOf(answer).forEach((one, index) => {
      if (isObject(one)) collectItems(one.item, index > 0 ? `${here}[${index}]` : here, found);
    });
  }
};

/** Each item of a response by where it stands, and the elements of the response itself. */
const parts = (response: unknown): ReadonlyMap<string, unknown> => {
  const found = new Map<string, unknown>();
  if (!isObject(response)) return found.set("(form)", response);
  const { item, ...elements } = response;
  for (const [name, value] of Object.entries(elements)) found.set(`(${name})`, value);
  collectItems(item, "", found);
  return found;
};

/** What differs between two QuestionnaireResponses, apart from when and by what program they were made. */
export const differencesOf = (form: string, ours: unknown, theirs: unknown): readonly Difference[] => {
  if (ours === REFUSED || theirs === REFUSED) {
    const said = (response: unknown) => (response === REFUSED ? REFUSED : "filled in");
    return ours === theirs ? [] : [{ form, at: "(form)", ours: said(ours), theirs: said(theirs) }];
  }
  const [mine, other] = [parts(withoutRun(ours)), parts(withoutRun(theirs))];
  const places = [...new Set([...mine.keys(), ...other.keys()])];
  return places
    .map((at) => ({ form, at, ours: sorted(mine.get(at)), theirs: sorted(other.get(at)) }))
    .filter((found) => JSON.stringify(found.ours) !== JSON.stringify(found.theirs));
};
