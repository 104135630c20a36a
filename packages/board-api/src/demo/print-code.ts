import { secondFactorCode } from "../auth/second-factor.ts";
import { demoAccounts } from "./demo-data.ts";

// Stands in for the authenticator app of a demo account: print-code.ts LOGIN
const account = demoAccounts().find(({ login }) => login === process.argv[2]);
process.stdout.write(
  account === undefined
    ? `print-code.ts LOGIN: ${demoAccounts()
        .map(({ login }) => login)
        .join(", ")}\n`
    : `${secondFactorCode(account.secondFactor)}\n`,
);
process.exitCode = account === undefined ? 1 : 0;
