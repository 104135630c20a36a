import { readFileSync, writeFileSync } from "node:fs";
import { withSection } from "./section.ts";

const document = new URL("../../../../../docs/forms-conformance.md", import.meta.url);
writeFileSync(document, withSection(readFileSync(document, "utf8")));
