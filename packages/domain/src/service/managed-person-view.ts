import type { DirectoryEntry, PriorityCard } from "../directory/directory-entry.ts";
import { examView } from "../exam/exam-view.ts";
import type { StatedUrgency } from "../identity/stated-identity.ts";
import type { Policy, PolicyProcess } from "../policy/policy.ts";
import { processById, roomById, tierOf } from "../policy/policy-rules.ts";
import { type Result, success } from "../result/result.ts";
import { isoDate } from "../text/partial-date.ts";
import { statutoryGroups } from "../urgency/statutory-groups.ts";
import type { ManagedBrief, ManagedPersonView, ProcessView } from "./views.ts";

/** A process with its room in words. */
export const processView = (policy: Policy, process: PolicyProcess): Result<ProcessView> => {
  const room = roomById(policy, process.room);
  if (!room.ok) return room;
  const { id, label, escort, instruction, nextStep } = process;
  const { directions } = room.value;
  return success({
    id,
    label,
    room: room.value.label,
    ...(directions ? { directions } : {}),
    escort,
    instruction,
    nextStep,
  });
};

/** A card that the board still calls valid is expired the day after its last day. */
const cardView = (card: PriorityCard, today: string): NonNullable<ManagedPersonView["card"]> => ({
  number: card.number,
  state:
    card.state === "valid" && card.validTo !== undefined && card.validTo < today ? "expired" : card.state,
  ...(card.validTo === undefined ? {} : { validTo: card.validTo }),
});

/**
 * A directory entry as a desk needs to see it. Refused tiers have no view (DESIGN rule 6). `site` is the id of the
 * policy's site; `today` is yyyy-MM-dd in the hospital's time zone. Alerts that the policy does not know are left out.
 */
export const managedPersonView = (
  entry: DirectoryEntry,
  policy: Policy,
  here: { readonly site: string; readonly today: string; readonly urgency: StatedUrgency },
): Result<ManagedPersonView> => {
  const tier = tierOf(policy, entry.tier);
  if (!tier.ok) return tier;
  const process = processById(policy, tier.value.process);
  if (!process.ok) return process;
  const shownProcess = processView(policy, process.value);
  if (!shownProcess.ok) return shownProcess;
  const clinic = policy.sites.find((site) => site.id === here.site)?.clinic;
  const { homeClinic } = entry;
  return success({
    personId: entry.personId,
    name: entry.name,
    birthDate: isoDate(entry.birthDate),
    sex: entry.sex,
    tier: tier.value.label,
    standing: entry.standing,
    ...(entry.card ? { card: cardView(entry.card, here.today) } : {}),
    medicalBook: entry.medicalBook,
    ...(entry.exam ? { exam: examView(entry.exam, here.today) } : {}),
    ...(homeClinic ? { homeClinic: { name: homeClinic.name, here: homeClinic.id === clinic } } : {}),
    ...(entry.familyDoctor === undefined ? {} : { familyDoctor: entry.familyDoctor }),
    process: shownProcess.value,
    alerts: policy.alerts.filter((alert) => entry.alerts.includes(alert.code)).map((alert) => alert.label),
    statutoryGroups: statutoryGroups(entry.birthDate, here.urgency, here.today, policy),
  });
};

/** What the in-page strip may show of a person: no name, no number (DOMAIN 6.2). */
export const managedBrief = (view: ManagedPersonView): ManagedBrief => ({
  process: view.process.label,
  room: view.process.room,
  nextStep: view.process.nextStep,
  ...(view.card ? { cardState: view.card.state } : {}),
  bookState: view.medicalBook.state,
  ...(view.exam ? { examState: view.exam.state } : {}),
  ...(view.homeClinic ? { homeClinicHere: view.homeClinic.here } : {}),
  tier: view.tier,
  standing: view.standing,
  statutoryGroups: view.statutoryGroups,
});
