import { itemsIn } from "@cadre-care/fhir";
import { z } from "zod";
import type { Complaint } from "../outcome/outcome.ts";

/** What an issued form must have beyond R4: a name and version for ever, the days it is for, and linkIds that tell apart. */
const envelope = {
  url: z.string().regex(/^[^|\s]+$/),
  version: z.string().regex(/^[^|\s]+$/),
  title: z.string().min(1),
  status: z.literal("active"),
  effectivePeriod: z.object({ start: z.string().regex(/^\d{4}-\d\d-\d\d/) }),
};

const itemSchema = z.object({
  linkId: z.string(),
  enableWhen: z.array(z.object({ question: z.string() })).optional(),
});

interface Known {
  readonly linkIds: string[];
  readonly questions: string[];
}

const collect = (resource: unknown, known: Known): Known => {
  for (const item of itemsIn(resource)) {
    const read = itemSchema.safeParse(item).data;
    if (read) {
      known.linkIds.push(read.linkId);
      known.questions.push(...(read.enableWhen ?? []).map(({ question }) => question));
    }
    collect(item, known);
  }
  return known;
};

export const questionnaireComplaints = (resource: unknown): readonly Complaint[] => {
  const complaint = (element: string): Complaint => ({
    code: "form-invalid",
    expression: `Questionnaire.${element}`,
  });
  const read = z.record(z.string(), z.unknown()).parse(resource);
  const missing = Object.entries(envelope).flatMap(([element, schema]) =>
    schema.safeParse(read[element]).success ? [] : [complaint(element)],
  );
  const { linkIds, questions } = collect(resource, { linkIds: [], questions: [] });
  const known = new Set(linkIds);
  const isClear = known.size === linkIds.length && questions.every((question) => known.has(question));
  return isClear ? missing : [...missing, complaint("item.linkId")];
};
