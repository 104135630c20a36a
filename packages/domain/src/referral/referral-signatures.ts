import type { LocalizedText } from "../text/localized-text.ts";
import { oneSignature, twoSignatures } from "./referral-messages.ts";

/** From this day an electronic referral bears two signatures (TT 06/2026/TT-BYT Đ5 k2; DOMAIN 4.1). */
export const TWO_SIGNATURES_FROM = "2026-06-01";

export type ReferralSigner = "practitioner" | "facility";

/** Who signs an electronic referral of this day (yyyy-MM-dd). Those issued before with one signature stay valid. */
export const referralSigners = (day: string): readonly ReferralSigner[] =>
  day >= TWO_SIGNATURES_FROM ? ["practitioner", "facility"] : ["practitioner"];

/** What the form says about it: the legal form is issued and signed in the HIS, this is a draft (DOMAIN 4.3). */
export const signatureNote = (day: string): LocalizedText =>
  referralSigners(day).length === 2 ? twoSignatures : oneSignature;
