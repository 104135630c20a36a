import { z } from "zod";
import { codingSchema } from "./data-types.ts";

const translationSchema = z.object({
  url: z.string(),
  extension: z.array(
    z.object({ url: z.string(), valueCode: z.string().optional(), valueString: z.string().optional() }),
  ),
});

const issueSchema = z.object({
  severity: z.enum(["fatal", "error", "warning", "information"]),
  code: z.string(),
  details: z
    .object({
      coding: z.array(codingSchema).optional(),
      text: z.string().optional(),
      /** The text in other languages, by the standard extension `translation`. */
      _text: z.object({ extension: z.array(translationSchema) }).optional(),
    })
    .optional(),
  diagnostics: z.string().optional(),
  expression: z.array(z.string()).optional(),
});

/** R4 OperationOutcome: what the board has to say about a request that it did not carry out. */
export const operationOutcomeSchema = z.object({
  resourceType: z.literal("OperationOutcome"),
  issue: z.array(issueSchema).min(1),
});

export type OperationOutcome = z.infer<typeof operationOutcomeSchema>;
