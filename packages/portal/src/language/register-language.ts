import type { CodesOf } from "@cadre-care/domain";
import {
  type ElementLanguage,
  type ElementTexts,
  registerLanguage as registerForElements,
} from "@cadre-care/elements/language";
import type { VaultProblemCode } from "@cadre-care/vault/portal";
import type { providerProblems } from "../care-provider/provider-problems.ts";

export type { ElementTexts } from "@cadre-care/elements/language";
export type { VaultProblemCode } from "@cadre-care/vault/portal";

export type ProviderProblemCode = CodesOf<typeof providerProblems>;

/** Every text of the elements, of the provider, and of the vault that it connects to. */
export interface PortalTexts extends ElementTexts {
  /** Problems of `<cadre-care-provider>`, by code: for whoever builds the portal. */
  readonly provider: Readonly<Record<ProviderProblemCode, string>>;
  /** Problems of the vault in the worker, by code. */
  readonly vault: Readonly<Record<VaultProblemCode, string>>;
}

/** A language beside Vietnamese and English, whole. */
export interface PortalLanguage extends ElementLanguage {
  readonly texts: PortalTexts;
}

/**
 * Teaches the provider and the elements of this page a language: `registerLanguage` of `@cadre-care/elements/language`,
 * with the texts that a portal has besides.
 *
 * @throws RangeError when `tag` is no BCP 47 tag, or is Vietnamese or English, which the elements bring themselves
 */
export const registerLanguage = (language: PortalLanguage): void => {
  const { provider, vault } = language.texts;
  registerForElements(language, { ...vault, ...provider });
};
