import {
  type FormDelivery,
  type FormOffer,
  mayFill,
  type Policy,
  type Role,
  readCanonical,
} from "@cadre-care/domain";
import type { FormDefinition } from "@cadre-care/fhir";
import type { FormLibrary } from "./form-library.ts";
import type { FoundForm } from "./form-store.ts";
import type { FormBinding } from "./stored-form.ts";

/** Where and when something about a person is written: their encounter here, or the day where nobody was checked in. */
export interface Occasion {
  readonly personId: string;
  readonly visit?: string;
  /** Hospital's day, yyyy-MM-dd. */
  readonly day: string;
}

const isOf = ({ binding }: FoundForm, occasion: Occasion): boolean =>
  binding.visit === undefined ? binding.day === occasion.day : binding.visit === occasion.visit;

const newest = (forms: readonly FoundForm[]): FoundForm | undefined =>
  forms.toSorted((one, other) => (other.row.savedAt ?? 0) - (one.row.savedAt ?? 0))[0];

/**
 * The draft of this occasion; else the one of an earlier occasion that was saved last, which goes on as what it was: an
 * exam may take more than a day, and a draft must never be out of reach. Else what was opened and not typed into.
 */
export const openFormOf = (
  mine: readonly FoundForm[],
  occasion: Occasion,
  questionnaire: string,
): FoundForm | undefined => {
  const { url } = readCanonical(questionnaire);
  const open = mine.filter(
    ({ row, binding }) =>
      row.state === "open" &&
      binding.personId === occasion.personId &&
      readCanonical(binding.questionnaire).url === url,
  );
  const drafts = open.filter(({ row }) => row.savedAt !== undefined);
  const here = (form: FoundForm): boolean => isOf(form, occasion);
  return newest(drafts.filter(here)) ?? newest(drafts) ?? newest(open.filter(here));
};

/** The forms of one occasion that were submitted here, newest first. */
export const submittedOf = (mine: readonly FoundForm[], occasion: Occasion): readonly FoundForm[] =>
  mine
    .filter(
      (form) =>
        form.row.state === "submitted" && form.binding.personId === occasion.personId && isOf(form, occasion),
    )
    .toSorted((one, other) => (other.row.savedAt ?? 0) - (one.row.savedAt ?? 0));

/** The exam checklist of the same encounter that a referral rests on: the one submitted last. */
export const checklistOf = (
  mine: readonly FoundForm[],
  { personId, visit, day }: FormBinding,
): FoundForm | undefined =>
  submittedOf(mine, { personId, day, ...(visit === undefined ? {} : { visit }) }).find(
    ({ binding }) => binding.kind === "exam",
  );

const iso = (at: number): string => new Date(at).toISOString();

/** "Mẫu tham khảo" until the unit's policy says that it has compared the form (docs/fhir-profile.md). */
export const isSample = (policy: Policy, canonical: string): boolean =>
  !(policy.confirmedForms ?? []).includes(canonical);

type Offered = Pick<FormDefinition, "canonical" | "url" | "kind" | "title">;

/** Forms that this person has a draft of and that are not in force any more. */
const outOfForce = (
  mine: readonly FoundForm[],
  { personId }: Occasion,
  inForce: readonly Offered[],
): readonly Offered[] => {
  const known = new Set(inForce.map(({ url }) => url));
  return mine.flatMap(({ row, binding: { questionnaire: canonical, kind, title, ...binding } }) => {
    const { url } = readCanonical(canonical);
    const isDraft = row.state === "open" && row.savedAt !== undefined && binding.personId === personId;
    if (!isDraft || known.has(url)) return [];
    known.add(url);
    return [{ canonical, url, kind, title }];
  });
};

/**
 * What this user may open for that occasion, each form once: in the draft's own version where there is one, which is
 * offered for as long as it is there, whatever is in force by then.
 */
export const offersFor = (
  library: FormLibrary,
  mine: readonly FoundForm[],
  occasion: Occasion,
  who: { readonly role: Role; readonly policy: Policy },
  delivery: ReadonlyMap<string, FormDelivery>,
): readonly FormOffer[] => {
  const inForce: readonly Offered[] = library.inForce(occasion.day);
  const submitted = submittedOf(mine, occasion);
  return [...inForce, ...outOfForce(mine, occasion, inForce)]
    .filter(({ kind }) => mayFill(who.role, kind))
    .map((form) => {
      const draft = openFormOf(mine, occasion, form.canonical);
      const own = draft ? (library.find(draft.binding.questionnaire) ?? form) : form;
      const last = submitted.find(
        ({ binding }) => readCanonical(binding.questionnaire).url === form.url,
      )?.row;
      return {
        questionnaire: own.canonical,
        kind: own.kind,
        title: own.title,
        sample: isSample(who.policy, own.canonical),
        ...(draft?.row.savedAt === undefined
          ? {}
          : { draft: { form: draft.row.id, savedAt: iso(draft.row.savedAt) } }),
        ...(last?.entry === undefined || last.savedAt === undefined
          ? {}
          : {
              submitted: {
                entry: last.entry,
                delivery: delivery.get(last.entry) ?? "delivered",
                at: iso(last.savedAt),
              },
            }),
      };
    });
};
