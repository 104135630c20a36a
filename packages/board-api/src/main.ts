import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readCommandLine } from "../../../scripts/command-line/read-command-line.ts";
import { runCommand } from "../../../scripts/command-line/run-command.ts";
import { BOARD_OPTIONS, boardUsage } from "./board-usage.ts";
import { demoAccounts, startBoard } from "./index.ts";

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

const run = async (argv: readonly string[]): Promise<void> => {
  const values = readCommandLine(argv, BOARD_OPTIONS);
  // The first start fills a database, which takes a minute on a slow machine.
  console.log("Đang chuẩn bị dữ liệu · preparing the data…");
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
};

await runCommand({ options: BOARD_OPTIONS, usage: boardUsage, run });
