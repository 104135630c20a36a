import { englishOf } from "@cadre-care/domain";
import { englishTexts as englishOfElements } from "@cadre-care/elements/language/english";
import { englishVaultProblems } from "@cadre-care/vault/portal/english-problems";
import { providerProblems } from "../care-provider/provider-problems.ts";
import type { PortalTexts } from "./register-language.ts";

/** What a portal says in English, as one table: what a translation starts from. Loaded by nobody but who asks for it. */
export const englishTexts: PortalTexts = {
  ...englishOfElements,
  provider: englishOf(providerProblems.messages),
  vault: englishVaultProblems,
};
