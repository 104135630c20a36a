import type { CareService } from "@cadre-care/domain";
import { z } from "zod";
import { languageTag } from "../session/language-tag.ts";
import { statedIdentity, statedUrgency } from "./stated-patient.ts";

/** What of a CareService is asked by calls; subscriptions go their own way. */
export type CareCommand = Exclude<keyof CareService, "subscribe">;
type Command = (...given: unknown[]) => Promise<unknown>;

const none = z.tuple([]);
const token = z.string().min(1).max(200);
const secret = z.string().min(1).max(200);
/** 32 bytes, base64url. */
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const credential = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/);
/** A scan as it came. Longer ones than any card holds are let through, to be refused in words. */
const scan = z.string().max(20_000);
const canonical = z.string().min(1).max(1_000);
/** What a form says; whether it fits the form that is open is for the vault to find. */
const fhirJson = z.record(z.string(), z.unknown());
const draftOpening = z.strictObject({ id: token, savedAt: z.iso.datetime({ offset: true }).exactOptional() });

/** Arguments of every command, as the side that holds the data parses them before anything runs. */
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
  setLanguage: z.tuple([languageTag]),
  statePatient: z.tuple([statedIdentity.nullable(), statedUrgency]),
  lookUpScan: z.tuple([scan]),
  forgetScan: none,
  openDetails: z.tuple([token]),
  checkIn: z.tuple([token, z.boolean()]),
  withdrawLink: z.tuple([token]),
  undoCheckIn: z.tuple([token]),
  recordStep: z.tuple([token, token, token.optional()]),
  synchronise: none,
  sendNow: none,
  openEntry: z.tuple([token]),
  resendEntry: z.tuple([token]),
  correctEntry: z.tuple([token, z.record(z.string().max(200), z.string().max(10_000))]),
  chooseVersion: z.tuple([token, z.enum(["mine", "theirs"])]),
  handOverEntry: z.tuple([token, z.string().max(2_000)]),
  listForms: z.tuple([token]),
  openForm: z.tuple([token, canonical]),
  saveDraft: z.tuple([token, fhirJson, draftOpening]),
  discardDraft: z.tuple([token, draftOpening.optional()]),
  submitForm: z.tuple([token, fhirJson, draftOpening]),
  viewForm: z.tuple([token, token]),
  searchCodes: z.tuple([canonical, z.string().max(200)]),
} satisfies Record<CareCommand, z.ZodType>;

/** Every command of a service as a plain function that checks what it is given. */
export const careCommands = (service: CareService): Record<CareCommand, Command> => {
  const a = commandArguments;
  return {
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
    statePatient: async (...given) => service.statePatient(...a.statePatient.parse(given)),
    lookUpScan: async (...given) => service.lookUpScan(...a.lookUpScan.parse(given)),
    forgetScan: async () => service.forgetScan(),
    openDetails: async (...given) => service.openDetails(...a.openDetails.parse(given)),
    checkIn: async (...given) => service.checkIn(...a.checkIn.parse(given)),
    withdrawLink: async (...given) => service.withdrawLink(...a.withdrawLink.parse(given)),
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
    listForms: async (...given) => service.listForms(...a.listForms.parse(given)),
    openForm: async (...given) => service.openForm(...a.openForm.parse(given)),
    saveDraft: async (...given) => service.saveDraft(...a.saveDraft.parse(given)),
    discardDraft: async (...given) => service.discardDraft(...a.discardDraft.parse(given)),
    submitForm: async (...given) => service.submitForm(...a.submitForm.parse(given)),
    viewForm: async (...given) => service.viewForm(...a.viewForm.parse(given)),
    searchCodes: async (...given) => service.searchCodes(...a.searchCodes.parse(given)),
  };
};
