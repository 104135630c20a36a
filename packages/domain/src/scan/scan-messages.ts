import { problemCatalogue } from "../result/problem-catalogue.ts";

export const scanProblems = problemCatalogue({
  "scan-empty": {
    vi: "Chưa có nội dung quét. Hãy quét lại.",
    en: "Nothing was scanned. Scan again.",
  },
  "scan-garbled": {
    vi: "Tắt bộ gõ tiếng Việt rồi quét lại. Bộ gõ đã làm sai nội dung quét.",
    en: "Turn off the Vietnamese input method (Unikey, EVKey) and scan again. It changed what was scanned.",
  },
  "scan-too-long": {
    vi: "Nội dung quét quá dài, có thể là nhiều lần quét dính vào nhau. Hãy xóa ô này rồi quét lại.",
    en: "The scan is too long; several scans may have run together. Clear the field and scan again.",
  },
  "scan-incomplete": {
    vi: "Mã QR chưa được đọc hết. Hãy giữ thẻ phẳng rồi quét lại.",
    en: "The QR code was read in part only. Hold the card flat and scan again.",
  },
  "scan-cccd-number": {
    vi: "Mã QR không có số CCCD 12 chữ số. Hãy quét mã QR trên thẻ căn cước.",
    en: "The QR code has no 12-digit citizen ID number. Scan the QR code of the citizen ID card.",
  },
  "scan-cmnd-number": {
    vi: "Số CMND cũ trong mã QR không đọc được. Hãy quét lại.",
    en: "The old ID number in the QR code cannot be read. Scan again.",
  },
  "scan-bhyt-number": {
    vi: "Mã QR không có số thẻ BHYT hợp lệ. Hãy quét mã QR trên thẻ BHYT.",
    en: "The QR code has no valid health insurance number. Scan the QR code of the insurance card.",
  },
  "scan-name": {
    vi: "Họ tên trong mã QR không đọc được. Hãy quét lại.",
    en: "The name in the QR code cannot be read. Scan again.",
  },
  "scan-birth-date": {
    vi: "Ngày sinh trong mã QR không đọc được. Hãy quét lại hoặc nhập số trên thẻ.",
    en: "The birth date in the QR code cannot be read. Scan again, or type the card's number.",
  },
  "scan-sex": {
    vi: "Giới tính trong mã QR không đọc được. Hãy quét lại hoặc nhập số trên thẻ.",
    en: "The sex in the QR code cannot be read. Scan again, or type the card's number.",
  },
  "scan-number-length": {
    vi: "Số này thiếu hoặc thừa chữ số: CCCD có 12, mã số BHXH có 10, CMND có 9. Hãy kiểm tra lại.",
    en: "This number has too few or too many digits: citizen ID has 12, social insurance 10, old ID 9. Check it.",
  },
  "scan-unrecognised": {
    vi: "Không nhận ra mã này. Hãy quét thẻ căn cước, thẻ BHYT, thẻ ưu tiên hoặc sổ y bạ.",
    en: "This code is not recognised. Scan a citizen ID card, an insurance card, a priority card or a medical book.",
  },
});
