import { canonicalOf, type FormKind, type FormVersion, type LocalizedText } from "@cadre-care/domain";
import { z } from "zod";
import { codeOf } from "../build.ts";
import type { Questionnaire } from "../resources/index.ts";
import { CODE_SYSTEMS, EXTENSIONS } from "../systems.ts";

/** What lists of forms need of a Questionnaire. */
export interface FormDefinition extends FormVersion {
  /** `url|version`. */
  readonly canonical: string;
  readonly kind: FormKind;
  readonly title: LocalizedText;
  readonly questionnaire: Questionnaire;
}

const KINDS: ReadonlySet<string> = new Set<FormKind>(["exam", "chronic", "referral"]);
const isKind = (code: string | undefined): code is FormKind => code !== undefined && KINDS.has(code);

const translationSchema = z.object({
  url: z.literal(EXTENSIONS.translation),
  extension: z.array(
    z.object({
      url: z.string(),
      valueCode: z.string().optional(),
      valueString: z.string().optional(),
      valueMarkdown: z.string().optional(),
    }),
  ),
});

/** The text of a primitive's `translation` extension in a language. */
const translationIn = (
  element: { readonly extension?: readonly unknown[] | undefined } | undefined,
  language: string,
): string | undefined => {
  for (const extension of element?.extension ?? []) {
    const parts = translationSchema.safeParse(extension).data?.extension ?? [];
    const content = parts.find(({ url }) => url === "content");
    if (parts.some(({ url, valueCode }) => url === "lang" && valueCode === language))
      return content?.valueString ?? content?.valueMarkdown;
  }
  return undefined;
};

/** Kind of a form: `other` where its `code` says none of ours. */
const formKindOf = (questionnaire: Pick<Questionnaire, "code">): FormKind => {
  const code = codeOf({ coding: questionnaire.code }, "formKind");
  return isKind(code) ? code : "other";
};

/** What a Questionnaire says of itself. Days only: an `effectivePeriod` with times is taken by its day. */
export const formDefinition = (questionnaire: Questionnaire): FormDefinition => {
  const { url, version, title, effectivePeriod } = questionnaire;
  const from = effectivePeriod?.start?.slice(0, 10);
  const to = effectivePeriod?.end?.slice(0, 10);
  return {
    url,
    version,
    canonical: canonicalOf({ url, version }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    kind: formKindOf(questionnaire),
    title: { vi: title, en: translationIn(questionnaire._title, "en") ?? title },
    questionnaire,
  };
};

/** Whether a form item is for that, by its code (FORM_ITEMS). */
export const isFormItem = (item: { readonly code?: unknown }, code: string): boolean =>
  z
    .array(z.looseObject({ system: z.string().optional(), code: z.string().optional() }))
    .safeParse(item.code)
    .data?.some((one) => one.system === CODE_SYSTEMS.formItem && one.code === code) ?? false;
