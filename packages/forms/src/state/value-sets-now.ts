import { takeValueSets } from "./known-value-sets.ts";
import { ValueSets } from "./value-sets.ts";

takeValueSets((given) => new ValueSets(given));
