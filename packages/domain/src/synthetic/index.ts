/** Synthetic people for demos, tests and benchmarks. Kept apart so that no product bundle holds them. */
export * from "./card-codes.ts";
export * from "./names.ts";
export * from "./numbers.ts";
export * from "./person.ts";
export * from "./province.ts";
export * from "./random.ts";
