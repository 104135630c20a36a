import type { CareService } from "@cadre-care/domain";
import { z } from "zod";
import type { ExtensionCommands, ViewCommand } from "./view-contexts.ts";

const none = z.tuple([]);
const token = z.string().min(1).max(200);
/** A scan as it came. Longer ones than any card holds are let through, to be refused in words. */
const scan = z.string().max(20_000);
const secret = z.string().min(1).max(200);

/** Arguments of every command that a view may call: parsed in the background before anything runs. */
const commandArguments = {
  signIn: none,
  createSecret: z.tuple([secret]),
  unlock: z.tuple([secret]),
  lock: none,
  signOut: none,
  setLanguage: z.tuple([z.enum(["vi", "en"])]),
  lookUpScan: z.tuple([scan]),
  forgetScan: none,
  openDetails: z.tuple([token]),
  checkIn: z.tuple([token, z.boolean()]),
  undoCheckIn: z.tuple([token]),
  recordStep: z.tuple([token, token, token.optional()]),
  synchronise: none,
  sendNow: none,
  openEntry: z.tuple([token]),
  resendEntry: z.tuple([token]),
  correctEntry: z.tuple([token, z.record(z.string().max(200), z.string().max(10_000))]),
  chooseVersion: z.tuple([token, z.enum(["mine", "theirs"])]),
  handOverEntry: z.tuple([token, z.string().max(2_000)]),
  openPanel: none,
  showPerson: z.tuple([token.nullable()]),
  buildInformation: none,
} satisfies Record<ViewCommand, z.ZodType>;

type Command = (...given: unknown[]) => Promise<unknown>;

/** The allowed commands of one context as plain functions that check what they are given. */
export const commandTable = (
  allowed: readonly ViewCommand[],
  service: CareService,
  extension: ExtensionCommands,
): Record<string, Command> => {
  const a = commandArguments;
  const all: Record<ViewCommand, Command> = {
    signIn: async () => service.signIn(),
    createSecret: async (...given) => service.createSecret(...a.createSecret.parse(given)),
    unlock: async (...given) => service.unlock(...a.unlock.parse(given)),
    lock: async () => service.lock(),
    signOut: async () => service.signOut(),
    setLanguage: async (...given) => service.setLanguage(...a.setLanguage.parse(given)),
    lookUpScan: async (...given) => service.lookUpScan(...a.lookUpScan.parse(given)),
    forgetScan: async () => service.forgetScan(),
    openDetails: async (...given) => service.openDetails(...a.openDetails.parse(given)),
    checkIn: async (...given) => service.checkIn(...a.checkIn.parse(given)),
    undoCheckIn: async (...given) => service.undoCheckIn(...a.undoCheckIn.parse(given)),
    recordStep: async (...given) => {
      const [visit, step, room] = a.recordStep.parse(given);
      return room === undefined ? service.recordStep(visit, step) : service.recordStep(visit, step, room);
    },
    synchronise: async () => service.synchronise(),
    sendNow: async () => service.sendNow(),
    openEntry: async (...given) => service.openEntry(...a.openEntry.parse(given)),
    resendEntry: async (...given) => service.resendEntry(...a.resendEntry.parse(given)),
    correctEntry: async (...given) => service.correctEntry(...a.correctEntry.parse(given)),
    chooseVersion: async (...given) => service.chooseVersion(...a.chooseVersion.parse(given)),
    handOverEntry: async (...given) => service.handOverEntry(...a.handOverEntry.parse(given)),
    openPanel: async () => extension.openPanel(),
    showPerson: async (...given) => extension.showPerson(...a.showPerson.parse(given)),
    buildInformation: async () => extension.buildInformation(),
  };
  return Object.fromEntries(allowed.map((name) => [name, all[name]]));
};
