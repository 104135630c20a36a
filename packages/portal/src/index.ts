export { CadreCareProvider } from "./care-provider/care-provider.ts";
export * from "./care-provider/events.ts";
