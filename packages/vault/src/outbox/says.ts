const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether what the board holds says everything that ours says. What the board adds counts for nothing, nor do `id`, `meta`
 * and references that stood for something without an id.
 */
export const says = (theirs: unknown, ours: unknown): boolean => {
  if (Array.isArray(ours))
    return (
      Array.isArray(theirs) &&
      theirs.length === ours.length &&
      ours.every((item, index) => says(theirs[index], item))
    );
  if (!isObject(ours)) return theirs === ours;
  return Object.entries(ours).every(([key, value]) => {
    if (key === "meta" || key === "id") return true;
    if (key === "reference" && typeof value === "string" && value.startsWith("urn:uuid:")) return true;
    return isObject(theirs) && says(theirs[key], value);
  });
};
