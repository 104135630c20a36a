import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

const named = (error: unknown): string => {
  const [, option] = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : "") ?? [];
  return option ?? "";
};

const refusalOf = (error: unknown): UsageError => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return new UsageError(
      `Không có tham số ${named(error)}; --help kể các tham số.`,
      `There is no option ${named(error)}; --help lists them.`,
    );
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
    return new UsageError(
      `Tham số ${named(error)} thiếu giá trị, hoặc không nhận giá trị; --help kể các tham số.`,
      `The option ${named(error)} lacks its value, or takes none; --help lists them.`,
    );
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL")
    return new UsageError(
      "Trên dòng lệnh có một từ không thuộc tham số nào; --help kể các tham số.",
      "A word of the command line belongs to no option; --help lists them.",
    );
  throw error;
};

/** The options of a command line. @throws UsageError naming an option that is not known or lacks its value */
export const readCommandLine = <const Given extends Options>(argv: readonly string[], options: Given) => {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw refusalOf(error);
  }
};

/** Whether the command line asks for help, whatever else is wrong with it. */
export const asksForHelp = (argv: readonly string[], options: Options): boolean =>
  parseArgs({
    args: [...argv],
    options: { ...options, help: { type: "boolean", short: "h" } },
    strict: false,
    allowPositionals: true,
  }).values.help === true;
