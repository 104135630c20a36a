import { problemCatalogue } from "../result/problem-catalogue.ts";

export const identityProblems = problemCatalogue({
  "identifier-empty": {
    vi: "Chưa có số giấy tờ. Hãy nhập hoặc quét lại.",
    en: "There is no number. Type it or scan again.",
  },
  "identifier-placeholder": {
    vi: "Số giấy tờ chỉ là số điền tạm, không phải số thật. Hãy hỏi và nhập số trên giấy tờ.",
    en: "This number is only a filler, not a real one. Ask for the paper and enter its number.",
  },
  "identifier-too-long": {
    vi: "Số giấy tờ quá dài. Hãy kiểm tra xem có dán nhầm nội dung khác không.",
    en: "This number is too long. Check whether something else was pasted.",
  },
  "identifier-characters": {
    vi: "Số giấy tờ có ký tự lạ. Hãy nhập lại bằng chữ cái và chữ số.",
    en: "This number has unexpected characters. Enter it again with letters and digits.",
  },
  "cccd-not-digits": {
    vi: "Số CCCD chỉ gồm chữ số. Hãy kiểm tra lại.",
    en: "A citizen ID number has digits only. Check it.",
  },
  "cccd-length": {
    vi: "Số CCCD phải đủ 12 chữ số. Hãy kiểm tra lại.",
    en: "A citizen ID number has 12 digits. Check it.",
  },
  "cccd-leading-zero-lost": {
    vi: "Số CCCD chỉ có 11 chữ số, thường do mất số 0 ở đầu. Hãy đối chiếu với thẻ rồi nhập lại.",
    en: "This citizen ID number has 11 digits; often the leading 0 was lost. Compare with the card and enter it again.",
  },
  "cmnd-not-digits": {
    vi: "Số CMND chỉ gồm chữ số. Hãy kiểm tra lại.",
    en: "An old ID number has digits only. Check it.",
  },
  "cmnd-length": {
    vi: "Số CMND phải đủ 9 chữ số. Hãy kiểm tra lại.",
    en: "An old ID number has 9 digits. Check it.",
  },
  "bhyt-length": {
    vi: "Số thẻ BHYT phải có 15 ký tự, hoặc 10 chữ số của mã số BHXH. Hãy kiểm tra lại.",
    en: "A health insurance number has 15 characters, or the 10 digits of the social insurance number. Check it.",
  },
  "bhyt-format": {
    vi: "Số thẻ BHYT gồm 2 chữ cái rồi 13 chữ số. Hãy kiểm tra lại.",
    en: "A health insurance number is 2 letters, then 13 digits. Check it.",
  },
  "bhyt-benefit-digit": {
    vi: "Ký tự thứ 3 của số thẻ BHYT phải từ 1 đến 5. Hãy kiểm tra lại.",
    en: "The third character of a health insurance number is 1 to 5. Check it.",
  },
  "cccd-birth-year-mismatch": {
    vi: "Năm sinh không khớp với số CCCD. Hãy kiểm tra lại số CCCD và ngày sinh.",
    en: "The birth year does not agree with the citizen ID number. Check both.",
  },
  "cccd-sex-mismatch": {
    vi: "Giới tính không khớp với số CCCD. Hãy kiểm tra lại số CCCD và giới tính.",
    en: "The sex does not agree with the citizen ID number. Check both.",
  },
});
