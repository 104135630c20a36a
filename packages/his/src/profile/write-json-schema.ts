import { writeFileSync } from "node:fs";
import { siteProfileJsonSchema } from "./json-schema.ts";

const file = new URL("../../site-profile.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(siteProfileJsonSchema(), null, 2)}\n`);
