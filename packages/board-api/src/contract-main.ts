import { writeFileSync } from "node:fs";
import { runCommand } from "../../../scripts/command-line/run-command.ts";
import { type Account, CONTRACT_OPTIONS, readContractOptions } from "./contract/command/contract-options.ts";
import { type LoopbackTokens, signInHere } from "./contract/command/loopback-sign-in.ts";
import { exitCodeOf, progressLine, reportJson, reportText } from "./contract/command/report.ts";
import { runContractCommand } from "./contract/command/run-contract-command.ts";
import { signOut } from "./contract/command/sign-out.ts";
import { usageText } from "./contract/command/usage.ts";
import { CLIENT } from "./contract/sign-in.ts";

const NAMES: Readonly<Record<Account, string>> = {
  desk: "bác sĩ / a doctor",
  office: "cán bộ quản lý / a board officer",
};

/** Could not be carried out at all. */
const UNUSABLE = 3;

const carryOut = async (argv: readonly string[]): Promise<void> => {
  const options = readContractOptions(argv);
  const { board, port } = options;
  const tokens: Partial<Record<Account, LoopbackTokens>> = {};
  for (const account of options.signIn)
    tokens[account] = await signInHere({
      board,
      port,
      show: (address) =>
        console.log(
          `Mở địa chỉ này trong trình duyệt của máy này, đăng nhập bằng tài khoản / open this address in a browser of this machine, sign in as: ${NAMES[account]}\n${address}`,
        ),
    });
  // What was made is taken away first; a second Ctrl+C ends at once.
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const run = await runContractCommand(
    {
      ...options,
      deskToken: tokens.desk?.access_token ?? options.deskToken,
      officeToken: tokens.office?.access_token ?? options.officeToken,
      signIn: {
        clientId: CLIENT,
        redirectUri: options.redirectUri,
        refreshToken: tokens.desk?.refresh_token,
        idToken: tokens.desk?.id_token,
      },
    },
    { progress: (checked) => console.log(progressLine(checked)), stop: stop.signal },
  );
  console.log(`\n${reportText(run)}`);
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify(reportJson(run), null, 2)}\n`);
  process.exitCode = exitCodeOf(run.checked);
  await signOut(board, tokens.office?.refresh_token);
};

await runCommand({ options: CONTRACT_OPTIONS, usage: usageText, run: carryOut, unusable: UNUSABLE });
