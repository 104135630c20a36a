import type { DirectoryEntry, PageFact, PrefilledAnswer } from "@cadre-care/domain";
import type { FormDefinition } from "@cadre-care/fhir";
import { ChoiceIndex } from "./choice-index.ts";
import type { FormLibrary } from "./form-library.ts";
import { checklistOf } from "./form-offers.ts";
import type { FormOwner, FormStore, FoundForm } from "./form-store.ts";
import { formFacts, prefilledAnswers } from "./prefill.ts";
import { itemsOf, type QuestionnaireItem } from "./questionnaire-items.ts";
import type { FormBinding } from "./stored-form.ts";

/** Where proposals for a form may come from. */
export interface ProposalSources {
  readonly form: FormDefinition;
  readonly binding: FormBinding;
  readonly library: FormLibrary;
  readonly mine: readonly FoundForm[];
  readonly owner: FormOwner;
  readonly store: FormStore;
}

/** The choices of an item: its value set's, else its own. */
const choicesIn =
  (library: FormLibrary) =>
  ({ answerValueSet, answerOption = [] }: QuestionnaireItem): ChoiceIndex => {
    const set = answerValueSet === undefined ? undefined : library.choices(answerValueSet);
    if (set) return set;
    return new ChoiceIndex(
      answerOption.flatMap(({ valueCoding }) => {
        const { system = "", code, display } = valueCoding ?? {};
        return code === undefined ? [] : [{ system, code, display: display ?? code }];
      }),
    );
  };

/** What is proposed for a form: by the board's list, the visit, who is signed in (`doctor`), the page, and for a referral the checklist of the same encounter. */
export const proposals = async (
  { form, binding, library, mine, owner, store }: ProposalSources,
  person: DirectoryEntry,
  page: readonly PageFact[],
  doctor: string,
): Promise<readonly PrefilledAnswer[]> => {
  const checklist = form.kind === "referral" ? checklistOf(mine, binding) : undefined;
  const definition = checklist && library.find(checklist.binding.questionnaire);
  const response = checklist && (await store.response(checklist.row, owner.drafts));
  const said =
    definition && response && response !== "damaged" ? formFacts(definition.questionnaire, response) : [];
  const occasion = { day: binding.day, doctor };
  return prefilledAnswers(itemsOf(form.questionnaire), { person, occasion, page, said }, choicesIn(library));
};
