/** Reads and changes JSON at paths such as `type.0.coding.0.code`. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const valueAt = (json: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)];
    return isObject(value) ? value[name] : undefined;
  }, json);

/** The same JSON with another value at a path that is there already; unchanged where it is not. */
export const withValueAt = <Json>(json: Json, path: string, value: unknown): Json => {
  if (valueAt(json, path) === undefined) return json;
  const copy = structuredClone(json);
  const names = path.split(".");
  const last = names.pop() ?? "";
  const parent = names.length === 0 ? copy : valueAt(copy, names.join("."));
  if (Array.isArray(parent)) parent[Number(last)] = value;
  else if (isObject(parent)) parent[last] = value;
  return copy;
};

/** Every text, number and truth value in a JSON, by path. */
export const leavesOf = (json: unknown, path = ""): readonly (readonly [string, string])[] => {
  if (Array.isArray(json)) return json.flatMap((item, index) => leavesOf(item, join(path, String(index))));
  if (isObject(json)) return Object.entries(json).flatMap(([name, item]) => leavesOf(item, join(path, name)));
  return json === null || json === undefined ? [] : [[path, String(json)]];
};

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
