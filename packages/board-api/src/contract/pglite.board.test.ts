import { describe } from "vitest";
import { runContract } from "./run-contract.ts";

describe("contract on PGlite", () => {
  runContract(async () => ({}));
});
