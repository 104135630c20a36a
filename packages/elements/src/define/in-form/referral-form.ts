import { ReferralFormInForm } from "../../in-form/referral-form-in-form.ts";
import { define } from "../define.ts";

define("cadre-referral-form", ReferralFormInForm);

export type * from "../../in-form/referral-form-in-form.ts";
