import { spawn } from "node:child_process";

const excerpt = (output) => {
  const lines = output.trimEnd().split("\n");
  return lines.length <= 40 ? lines.join("\n") : [...lines.slice(0, 15), "…", ...lines.slice(-25)].join("\n");
};

/** A command that could not be started or ended with another code than 0. `output` is what it printed. */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(`${command}: ${code === null ? "did not run" : `exit ${code}`}\n${excerpt(output)}`);
    this.name = "CommandError";
    this.code = code;
    Object.defineProperty(this, "output", { value: output });
  }
}

/**
 * Runs a program without a shell and without stdin.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, inherit?: boolean, note?: (line: string) => void, mayFail?: boolean }} options
 *   `mayFail`: the exit code does not matter, the output does. `inherit` shows the program's output as it comes; otherwise it is collected and `note` gets each line.
 * @returns {Promise<string>} what the program printed (empty with `inherit`)
 */
export const runCommand = (command, args, { cwd, env, inherit = false, note, mayFail = false } = {}) =>
  new Promise((resolve, reject) => {
    const shown = [command, ...args].join(" ");
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...(inherit ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined }), ...env },
      stdio: ["ignore", inherit ? "inherit" : "pipe", inherit ? "inherit" : "pipe"],
    });
    let output = "";
    const collect = (chunk) => {
      const text = chunk.toString();
      output = (output + text).slice(-200_000);
      const last = text.trimEnd().split("\n").at(-1);
      if (last) note?.(last);
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", (error) => reject(new CommandError(shown, null, error.message)));
    child.on("close", (code) =>
      code === 0 || mayFail ? resolve(output) : reject(new CommandError(shown, code, output)),
    );
  });
