export class CommandError extends Error {
  constructor(command: string, code: number | null, output: string);
  readonly code: number | null;
  readonly output: string;
}
export function runCommand(
  command: string,
  args: readonly string[],
  options?: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly inherit?: boolean;
    readonly mayFail?: boolean;
    readonly note?: (line: string) => void;
  },
): Promise<string>;
