/** Something in a guide that does not hold. `line` counts from 1. */
export interface DocsProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** `FILE:LINE: MESSAGE`, as compilers and editors write it. */
export const problemText = ({ file, line, message }: DocsProblem): string => `${file}:${line}: ${message}`;
