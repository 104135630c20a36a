import type { CareService, FormKind, OpenedForm, Problem, Result } from "@cadre-care/domain";
import { inBoth } from "../language/catalogue.ts";
import { careFormMessages } from "./care-form.messages.ts";

const notOffered: Problem = {
  code: "form-not-offered",
  message: inBoth(careFormMessages, "notOffered"),
};

/** Opens the named form, or the one of this kind that is offered: a draft before a new one. */
export const openOffered = async (
  service: CareService,
  subject: string,
  kind: FormKind,
  canonical: string | undefined,
): Promise<Result<OpenedForm>> => {
  if (canonical !== undefined) return service.openForm(subject, canonical);
  const offers = await service.listForms(subject);
  if (!offers.ok) return offers;
  const fitting = offers.value.filter((offer) => offer.kind === kind);
  const offer = fitting.find(({ draft }) => draft !== undefined) ?? fitting[0];
  return offer === undefined
    ? { ok: false, problem: notOffered }
    : service.openForm(subject, offer.questionnaire);
};
