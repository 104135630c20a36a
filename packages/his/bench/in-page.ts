export { mutationCost, redraw } from "./busy-page.ts";
export { tableCosts } from "./table-costs.ts";
