import type { FormOffer, OpenedForm, SubmittedForm } from "@cadre-care/domain";
import { filledForm } from "@cadre-care/forms/testing";
import type { Desk, Outcome } from "./desk.ts";

export type DrilledKind = "chronic" | "referral";

/** Which chronic form of several is filled in: whichever, as long as it is the same after a kill. */
const isWanted = (kind: DrilledKind, offer: FormOffer): boolean =>
  offer.kind === kind && (kind === "referral" || offer.questionnaire.includes("tang-huyet-ap"));

/** Measured values that a follow-up of hypertension must have. */
const MEASURED = {
  "huyet-ap-tam-thu": { valueInteger: 142 },
  "huyet-ap-tam-truong": { valueInteger: 84 },
  mach: { valueInteger: 72 },
};

/** The form on offer for the person, with what became of it; refused where there is none. */
export const offeredForm = async (
  desk: Desk,
  token: string,
  kind: DrilledKind,
): Promise<Outcome<FormOffer>> => {
  const offers = await desk.call<readonly FormOffer[]>("listForms", token);
  if (offers.kind !== "saved") return offers;
  const offer = offers.value.find((one) => isWanted(kind, one));
  return offer ? { kind: "saved", value: offer } : { kind: "refused", code: `no ${kind} form on offer` };
};

/** Words that only this person's form has. */
export const wordsFor = (personId: string, kind: DrilledKind): string =>
  `Ghi chú ${kind} của ${personId} gõ tay`;

/** Fills the form as far as it must be, with those words in it, and submits it. */
export const submitFilled = async (
  desk: Desk,
  { form, opening, kind, questionnaire, valueSets }: OpenedForm,
  words: string,
): Promise<Outcome<SubmittedForm>> => {
  const state = await filledForm(questionnaire, valueSets, kind === "chronic" ? MEASURED : {});
  for (const node of state.definition.byLinkId.values())
    if (node.type === "text") {
      state.setAnswer(node.item.linkId, 0, { valueString: words });
      break;
    }
  const response = state.toResponse("completed");
  state.dispose();
  return desk.call<SubmittedForm>("submitForm", form, response, opening);
};
