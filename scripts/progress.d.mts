export interface Progress {
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  line(text?: string): void;
  readonly live: boolean;
}
export function createProgress(out?: { isTTY?: boolean; write(text: string): unknown }): Progress;
