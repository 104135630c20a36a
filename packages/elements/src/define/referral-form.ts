import { CadreReferralForm } from "../referral-form/referral-form.ts";
import { define } from "./define.ts";

define("cadre-referral-form", CadreReferralForm);

export type * from "../referral-form/referral-form.ts";
