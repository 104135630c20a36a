import type { Progress } from "../progress.mjs";
export type ComponentName = "chromium" | "firefox" | "postgres" | "strace";
export const COMPONENTS: Readonly<
  Record<
    ComponentName,
    { readonly title: string; readonly find: () => string | undefined; readonly debian: string }
  >
>;
export class MissingComponentError extends Error {
  constructor(names: readonly ComponentName[], reason: { readonly vi: string; readonly en: string });
  readonly components: readonly ComponentName[];
}
export function findPostgres(): string | undefined;
export function findStrace(): string | undefined;
export function isDebian(osRelease: string): boolean;
export function ensureComponents(names: readonly ComponentName[], progress: Progress): Promise<void>;
