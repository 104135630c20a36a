/** Words for what a content script finds: for whoever shows it, not for the page. */
export type { SiteFinding } from "./health/site-finding.ts";
export { siteProblem } from "./health/site-problems.ts";
export { type PlacedFault, READING_FAULTS } from "./read/reading-faults.ts";
export { readingProblem } from "./read/reading-problems.ts";
