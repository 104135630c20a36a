const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const keysOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

const setAt = (target: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown => {
  const put = (inner: unknown): unknown => (rest.length === 0 ? value : setAt(inner, rest, value));
  if (Array.isArray(target)) {
    const at = key === "-" ? target.length : Number(key);
    if (!Number.isInteger(at) || at < 0 || at > target.length) throw new RangeError(`no place ${key}`);
    const changed = [...target];
    changed.splice(at, 1, ...(value === null && rest.length === 0 ? [] : [put(target[at])]));
    return changed;
  }
  if (target !== undefined && !isObject(target)) throw new RangeError(`nothing can be set at ${key}`);
  const { [key]: before, ...others } = target ?? {};
  return value === null && rest.length === 0 ? others : { ...target, [key]: put(before) };
};

/**
 * A copy of plain data in which one value is another. `pointer`: a JSON Pointer (RFC 6901), `-` the place behind an array.
 * Objects on the way are made; null takes away.
 * @throws RangeError where the pointer leads through an array or a text that has no such place
 */
export const setValue = (target: unknown, pointer: string, value: unknown): unknown =>
  setAt(target, keysOf(pointer), value);
