import type { CareCommand } from "./care-commands.ts";

/**
 * What views ask for by themselves, when something changed or when a save is tried again: no sign that somebody is at
 * work. Who types is told otherwise, and the lock waits for as long: in the extension by the operating system
 * (`idle.onStateChanged`), in a portal by the page's own keys and clicks.
 */
const ASKED_UNBIDDEN: ReadonlySet<string> = new Set<CareCommand>(["listForms", "saveDraft"]);

/** Whether a call shows that a user is there, so that the idle lock counts anew. */
export const isActivity = (command: string): boolean => !ASKED_UNBIDDEN.has(command);
