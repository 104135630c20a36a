/** A measured line as the benchmarks print it: `figure NAME VALUE UNIT` or `ratio NAME VALUE`. */
export interface Measured {
  readonly kind: "figure" | "ratio";
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const FIGURE = /^figure (\S+) (-?\d[\d.]*) (\S+)$/;
const RATIO = /^ratio (\S+) (-?\d[\d.]*)$/;

/** What a run printed: its lines, and the command that npm named before them, where it did. A name that comes twice counts with its last value. */
export const readRun = (
  output: string,
): { readonly command: string; readonly measured: readonly Measured[] } => {
  const measured = new Map<string, Measured>();
  let command = "";
  let workspace = "";
  for (const line of output.split("\n").map((text) => text.trim())) {
    const [, folder = "", script = ""] = /^> @cadre-care\/([\w-]+)@\S+ ([\w:-]+)$/.exec(line) ?? [];
    if (folder !== "")
      workspace = `npm run ${script} -w ${folder === "extension" ? folder : `packages/${folder}`}`;
    const [, options = ""] = /^> (?:node|tsx) \S+(.*)$/.exec(line) ?? [];
    if (workspace !== "" && line.startsWith("> ") && folder === "" && command === "")
      command = `${workspace}${options.trim() === "" ? "" : ` -- ${options.trim()}`}`;
    const [, root = ""] = /^> cadre-care@\S+ ([\w:-]+)$/.exec(line) ?? [];
    if (root !== "" && command === "") command = `npm run ${root}`;
    const figure = FIGURE.exec(line);
    const ratio = RATIO.exec(line);
    const [, name = "", value = "", unit = ""] = figure ?? ratio ?? [];
    if (name !== "")
      measured.set(`${figure ? "figure" : "ratio"} ${name}`, {
        kind: figure ? "figure" : "ratio",
        name,
        value: Number(value),
        unit,
      });
  }
  return { command, measured: [...measured.values()] };
};
