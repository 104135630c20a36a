import { html, nothing, svg, type TemplateResult } from "lit";

const WIDTH = 64;
const HEIGHT = 18;
/** Room for the dot of the last value. */
const MARGIN = 3;

/** Points of a line through the values, evenly spaced, the highest at the top. Equal values run through the middle. */
export const trendPoints = (values: readonly number[]): readonly (readonly [number, number])[] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = values.length > 1 ? (WIDTH - 2 * MARGIN) / (values.length - 1) : 0;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return values.map((value, index) => [
    round(MARGIN + index * step),
    round(
      high === low ? HEIGHT / 2 : HEIGHT - MARGIN - ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN),
    ),
  ]);
};

/** A small line of earlier values, oldest first; nothing for less than two. `label` says the same in words. */
export const trend = (values: readonly number[], label: string): TemplateResult | typeof nothing => {
  if (values.length < 2) return nothing;
  const points = trendPoints(values);
  const last = points.at(-1);
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    <polyline points=${points.map((point) => point.join(",")).join(" ")}></polyline>
    ${last === undefined ? nothing : svg`<circle cx=${last[0]} cy=${last[1]} r="2.2"></circle>`}
  </svg>`;
};
