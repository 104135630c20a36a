import { readFileSync } from "node:fs";
import { type Policy, policySchema } from "@cadre-care/domain";
import { z } from "zod";
import { ROLES } from "../definitions/interactions.ts";

const accountsSchema = z.array(
  z.object({
    login: z.string(),
    password: z.string().min(8),
    /** Secret of the authenticator app, base32 (RFC 6238). */
    secondFactor: z.string().regex(/^[A-Z2-7]{32}$/),
    name: z.string(),
    role: z.enum(ROLES),
    site: z.string().optional(),
    desk: z.object({ vi: z.string(), en: z.string() }),
  }),
);

export type DemoAccount = z.infer<typeof accountsSchema>[number];

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/${name}`, import.meta.url), "utf8"));

/** Synthetic accounts of the demo; their passwords are printed and worth nothing. */
export const demoAccounts = (): readonly DemoAccount[] => accountsSchema.parse(json("accounts.json"));

/** The sample policy. @throws ZodError when somebody broke it */
export const demoPolicy = (): Policy => policySchema.parse(json("policy.json"));
