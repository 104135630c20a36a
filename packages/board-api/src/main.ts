import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { demoAccounts, startBoard } from "./index.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8787" },
    host: { type: "string" },
    data: { type: "string", default: ".board" },
    seed: { type: "string", default: "1" },
    people: { type: "string", default: "1500" },
    "public-url": { type: "string" },
    "redirect-uri": { type: "string", multiple: true, default: [] },
    "cors-origin": { type: "string", multiple: true, default: [] },
    "site-profile": { type: "string", multiple: true },
    issuer: { type: "string" },
    "requests-per-minute": { type: "string" },
  },
});

const whole = z.coerce.number().int().min(0);
const databaseUrl = process.env.DATABASE_URL;

/** Profiles of the demo HISs, where the examples are beside us. */
const exampleProfiles = (): string[] => {
  const examples = new URL("../../../examples/", import.meta.url).pathname;
  if (!existsSync(examples)) return [];
  return readdirSync(examples)
    .map((name) => join(examples, name, "site-profile.json"))
    .filter((path) => existsSync(path));
};

const board = await startBoard({
  port: whole.parse(values.port),
  seed: whole.parse(values.seed),
  people: whole.parse(values.people),
  redirectUris: values["redirect-uri"],
  corsOrigins: values["cors-origin"],
  siteProfiles: values["site-profile"] ?? exampleProfiles(),
  ...(databaseUrl ? { databaseUrl } : { data: values.data }),
  ...(values.host === undefined ? {} : { host: values.host }),
  ...(values["public-url"] === undefined ? {} : { publicUrl: values["public-url"] }),
  ...(values.issuer === undefined ? {} : { issuer: values.issuer }),
  ...(values["requests-per-minute"] === undefined
    ? {}
    : { requestsPerMinute: whole.parse(values["requests-per-minute"]) }),
});

if (values.issuer === undefined)
  for (const account of demoAccounts()) {
    console.log(`account ${account.login} ${account.password} ${account.role} (${account.desk.vi})`);
    // For an authenticator app, or: npx tsx packages/board-api/src/demo/print-code.ts LOGIN
    console.log(`second factor ${account.login} ${account.secondFactor}`);
  }
console.log(`document-keys ${JSON.stringify(board.documentKeys)}`);
console.log(
  databaseUrl
    ? "Khóa công khai để đóng gói · public keys for packing: npm run --silent board:keys > board-keys.json"
    : `Khóa công khai để đóng gói · public keys for packing: npm run --silent board:keys -- --data ${values.data} > board-keys.json`,
);
console.log(`board ready ${board.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void board.stop().then(() => process.exit(0));
  });
