import type { CareService } from "@cadre-care/domain";
import { z } from "zod";
import type { ExtensionCommands, ViewCommand } from "./view-contexts.ts";

const none = z.tuple([]);
const token = z.string().min(1).max(200);
const secret = z.string().min(1).max(200);
/** 32 bytes, base64url. */
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const credential = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/);

/** Arguments of every command that a view may call: parsed in the background before anything runs. */
const commandArguments = {
  signIn: none,
  createSecret: z.tuple([secret]),
  unlock: z.tuple([secret, token.optional()]),
  unlockWithPasskey: z.tuple([key, token.optional()]),
  addPasskey: z.tuple([secret, z.strictObject({ credential, salt: key, output: key })]),
  recover: none,
  enrolDevice: z.tuple([z.string().min(1).max(200)]),
  lock: none,
  signOut: none,
  setLanguage: z.tuple([z.enum(["vi", "en"])]),
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
    unlockWithPasskey: async (...given) => service.unlockWithPasskey(...a.unlockWithPasskey.parse(given)),
    addPasskey: async (...given) => service.addPasskey(...a.addPasskey.parse(given)),
    recover: async () => service.recover(),
    enrolDevice: async (...given) => service.enrolDevice(...a.enrolDevice.parse(given)),
    lock: async () => service.lock(),
    signOut: async () => service.signOut(),
    setLanguage: async (...given) => service.setLanguage(...a.setLanguage.parse(given)),
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
