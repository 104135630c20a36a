import { catalogue } from "../language/catalogue.ts";

export const referralMessages = catalogue(
  {
    draftOnly: "Bản nháp – bản chính thức phát hành và ký số trên HIS",
  },
  {
    draftOnly: "Draft – the official form is issued and digitally signed in the HIS",
  },
  "referral",
);
