export const PARTS: readonly string[];
export class UsageError extends Error {}
export interface Asked {
  readonly parts: string[];
  readonly everything: boolean;
  readonly browsers: string[];
}
export function parseArguments(args: readonly string[]): Asked;
export function componentsFor(
  asked: Pick<Asked, "parts" | "browsers">,
): ("chromium" | "firefox" | "postgres")[];
