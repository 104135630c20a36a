import type { CareService } from "@cadre-care/domain";
import { careCommands } from "@cadre-care/vault/protocol";
import { z } from "zod";
import type { ExtensionCommands, ViewCommand } from "./view-contexts.ts";

const chosen = z.tuple([z.string().min(1).max(200).nullable()]);

type Command = (...given: unknown[]) => Promise<unknown>;

/** The allowed commands of one context as plain functions that check what they are given. */
export const commandTable = (
  allowed: readonly ViewCommand[],
  service: CareService,
  extension: ExtensionCommands,
): Record<string, Command> => {
  const all: Record<ViewCommand, Command> = {
    ...careCommands(service),
    openPanel: async () => extension.openPanel(),
    closeDock: async () => extension.closeDock(),
    showPerson: async (...given) => extension.showPerson(...chosen.parse(given)),
    buildInformation: async () => extension.buildInformation(),
  };
  return Object.fromEntries(allowed.map((name) => [name, all[name]]));
};
