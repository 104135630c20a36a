import { formProblems } from "../form/form-messages.ts";
import { identityProblems } from "../identity/identity-messages.ts";
import { policyProblems } from "../policy/policy-messages.ts";
import { referralProblems } from "../referral/referral-messages.ts";
import { scanProblems } from "../scan/scan-messages.ts";
import { serviceProblems } from "../service/service-messages.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import { textProblems } from "../text/text-messages.ts";
import { visitProblems } from "../visit/visit-messages.ts";
import type { DomainProblemCode } from "./problem-codes.ts";

/** The English of problems, by code. */
export const englishOf = <Code extends string>(
  messages: Readonly<Record<Code, LocalizedText>>,
): Readonly<Record<Code, string>> => {
  const texts: Partial<Record<Code, string>> = {};
  for (const code of Object.keys(messages) as Code[]) texts[code] = messages[code].en;
  return texts as Record<Code, string>;
};

/** What the problems of this package say in English: for whoever translates them. */
export const englishProblems: Readonly<Record<DomainProblemCode, string>> = {
  ...englishOf(formProblems.messages),
  ...englishOf(identityProblems.messages),
  ...englishOf(policyProblems.messages),
  ...englishOf(referralProblems.messages),
  ...englishOf(scanProblems.messages),
  ...englishOf(serviceProblems.messages),
  ...englishOf(textProblems.messages),
  ...englishOf(visitProblems.messages),
};
