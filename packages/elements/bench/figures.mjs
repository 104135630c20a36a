export const figure = (name, value, unit) =>
  console.log(`figure ${name} ${Number(value.toFixed(1))} ${unit}`);
/** Ours divided by the other's: less is better. */
export const ratio = (name, value) => console.log(`ratio ${name} ${Number(value.toFixed(2))}`);

export const quantile = (values, part) => {
  if (values.length === 0) throw new Error("nothing was measured");
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
};
export const median = (values) => quantile(values, 0.5);
