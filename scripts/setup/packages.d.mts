import type { Progress } from "../progress.mjs";
export function packagesMissing(root: string): boolean;
export function installPackages(root: string, progress: Progress): Promise<void>;
