import { problemCatalogue } from "../result/problem-catalogue.ts";

export const referralProblems = problemCatalogue({
  "referral-date-unreadable": {
    vi: "Chưa có ngày ký hợp lệ nên chưa tính được thời hạn của phiếu chuyển. Ghi ngày ký.",
    en: "There is no valid day of signing, so that the referral's term cannot be reckoned. Enter the day.",
  },
});

export const oneSignature = {
  vi: "Bản nháp – bản chính thức phát hành và ký số trên HIS. Bản điện tử cần chữ ký số của người hành nghề.",
  en: "Draft: the official form is issued and signed in the HIS. Its electronic version needs the practitioner's digital signature.",
};

export const twoSignatures = {
  vi: "Bản nháp – bản chính thức phát hành và ký số trên HIS. Từ 01/06/2026 bản điện tử cần đủ hai chữ ký số: người hành nghề và cơ sở khám bệnh, chữa bệnh.",
  en: "Draft: the official form is issued and signed in the HIS. From 2026-06-01 its electronic version needs two digital signatures: the practitioner's and the facility's.",
};
