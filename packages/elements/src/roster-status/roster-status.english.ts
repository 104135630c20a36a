import type { RosterTexts } from "./roster-status.messages.ts";

export const english: RosterTexts = {
  title: "Managed list",
  connecting: "Connecting…",
  entries: (count: string) => `${count} people`,
  synced: (age: string, moment: string) => `Updated ${age} (${moment})`,
  empty: "No list on this machine yet",
  emptyHow: "Connect to the network and press Update. Nobody can be marked before.",
  syncing: "Updating…",
  progress: (done: string, total: string) => `${done} / ${total}`,
  progressOpen: (done: string) => `${done} received`,
  current: "The list is up to date",
  kept: "The list of the last update can still be used",
  stale: "The list is old",
  staleHow: "It may lack recent changes. Connect to the network and press Update.",
  cutOff: "The last update was cut off",
  cutOffHow: "What was received can be used. Press Update to go on.",
  sync: "Update",
  failed: "Could not update",
};
