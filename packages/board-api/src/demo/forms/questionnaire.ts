import type { FormKind, LocalizedText } from "@cadre-care/domain";
import { CODE_SYSTEMS, type Questionnaire, questionnaireSchema } from "@cadre-care/fhir";
import { type Item, translated } from "./item.ts";

export interface FormOptions {
  /** Id at the board. It holds the whole version: each version is a resource of its own. */
  readonly id: string;
  readonly url: string;
  readonly version: string;
  readonly title: LocalizedText;
  readonly kind: FormKind;
  /** First and last day of the events that it is for. */
  readonly from: string;
  readonly to?: string;
  /** The text of law that its order follows; `[U]` where the annex itself was not read. */
  readonly source: string;
  /** `url|version` of the form that this one adds to. */
  readonly derivedFrom?: string;
  readonly items: readonly Item[];
}

/** Says so in the resource itself too; what screens show follows from `policy.confirmedForms`. */
const SAMPLE_NOTE =
  "Mẫu tham khảo – đối chiếu văn bản gốc trước khi dùng. / Reference sample: compare it with the official text before use.";

/** @throws ZodError when it has no url or version */
export const questionnaire = (form: FormOptions): Questionnaire =>
  questionnaireSchema.parse({
    resourceType: "Questionnaire",
    id: form.id,
    language: "vi",
    url: form.url,
    version: form.version,
    name: form.id.replaceAll(/(?:^|-)(.)/g, (_all, letter: string) => letter.toUpperCase()),
    title: form.title.vi,
    _title: translated(form.title.en),
    ...(form.derivedFrom === undefined ? {} : { derivedFrom: [form.derivedFrom] }),
    status: "active",
    subjectType: ["Patient"],
    description: `${SAMPLE_NOTE} ${form.source}`,
    effectivePeriod: { start: form.from, ...(form.to === undefined ? {} : { end: form.to }) },
    code: [{ system: CODE_SYSTEMS.formKind, code: form.kind }],
    item: form.items,
  });
