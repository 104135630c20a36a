import type { ParseArgsConfig } from "node:util";
import { asksForHelp } from "./read-command-line.ts";
import { UsageError } from "./usage-error.ts";

export interface Command {
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** What `--help` prints. */
  readonly usage: () => string;
  readonly run: (argv: readonly string[]) => Promise<void>;
  /** Exit code where the command cannot be carried out as it was given; 1 unless told. */
  readonly unusable?: number;
}

/** Runs a command with what stands behind its name. What a person can mend is said and ends it; anything else stays an error. */
export const runCommand = async ({ options, usage, run, unusable = 1 }: Command): Promise<void> => {
  const argv = process.argv.slice(2);
  try {
    if (asksForHelp(argv, options)) console.log(usage());
    else await run(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = unusable;
  }
};
