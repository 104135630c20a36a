export { mutationCost, redraw } from "./busy-page.ts";
export { latencies } from "./latencies.ts";
export { tableCosts } from "./table-costs.ts";
